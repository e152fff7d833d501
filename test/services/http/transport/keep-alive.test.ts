import { Agent } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import {
  keepAlive,
  rememberIdleTime,
} from '../../../../src/services/http/transport/keep-alive.ts';

function keep(header?: string): { readonly isKept: unknown; readonly timeout: unknown } {
  const socket = new Socket();
  rememberIdleTime(socket, header);
  const isKept: unknown = keepAlive(new Agent({ keepAlive: true })).keepSocketAlive(
    socket,
  );
  return { isKept, timeout: socket.timeout };
}

describe('an idle connection', () => {
  it('is kept for four seconds', () => {
    expect(keep()).toEqual({ isKept: true, timeout: 4_000 });
    expect(keep('max=100')).toEqual({ isKept: true, timeout: 4_000 });
  });

  it.each([
    ['timeout=2', 1_000],
    ['timeout=20, max=100', 19_000],
    ['max=100, Timeout=20', 19_000],
    ['timeout=3600', 600_000],
  ])('is kept a second less than the server says: %s', (header, timeout) => {
    expect(keep(header)).toEqual({ isKept: true, timeout });
  });

  it.each(['timeout=1', 'timeout=0'])(
    'is not kept when that is nothing: %s',
    (header) => {
      expect(keep(header).isKept).toBe(false);
    },
  );
});
