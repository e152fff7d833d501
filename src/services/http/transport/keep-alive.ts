import type { Agent } from 'node:http';
import type { Socket } from 'node:net';

/** How long an idle connection is kept when the server does not say how long it does. */
const usualIdleTime = 4_000;
const longestIdleTime = 600_000;
/** A request is on its way for so long before the server would close the connection. */
const margin = 1_000;

const idleTimes = new WeakMap<object, number>();

/** Remembers for how long a server keeps a connection: `Keep-Alive: timeout=5`. */
export function rememberIdleTime(socket: Socket, header: string | undefined): void {
  const [, seconds] = /\btimeout=(\d+)/iu.exec(header ?? '') ?? [];
  if (seconds === undefined) return;
  idleTimes.set(socket, Math.min(Number(seconds) * 1000 - margin, longestIdleTime));
}

/**
 * Makes an agent give up idle connections before their servers do, and those on which a server says
 * something unasked. They do not keep the process alive.
 */
export function keepAlive<Kind extends Agent>(agent: Kind): Kind {
  const reuseSocket = agent.reuseSocket.bind(agent);
  agent.keepSocketAlive = (stream) => {
    const socket = stream as Socket;
    const idleTime = idleTimes.get(socket) ?? usualIdleTime;
    if (idleTime <= 0) return false;
    socket.unref();
    // Whatever is read or written begins it anew.
    if (socket.timeout !== idleTime) socket.setTimeout(idleTime);
    socket.on('data', hangUp);
    return true;
  };
  agent.reuseSocket = (socket, request) => {
    socket.off('data', hangUp);
    reuseSocket(socket, request);
  };
  return agent;
}

function hangUp(this: Socket): void {
  this.destroy();
}
