import type { ClientRequest } from 'node:http';

/**
 * Watches over the new connection of a request, and gives it up when it takes too long. The function
 * that you get tells whether it was made: until then nothing was sent.
 */
export function watchConnection(client: ClientRequest, timeout: number): () => boolean {
  let isMade = false;
  client.once('socket', (socket) => {
    const timer = setTimeout(() => client.destroy(tooLate()), timeout);
    const made = client.protocol === 'https:' ? 'secureConnect' : 'connect';
    socket.once(made, () => {
      isMade = true;
      clearTimeout(timer);
    });
    client.once('close', () => clearTimeout(timer));
  });
  return () => isMade;
}

function tooLate(): Error {
  return Object.assign(new Error('Nobody took the connection.'), { code: 'ETIMEDOUT' });
}
