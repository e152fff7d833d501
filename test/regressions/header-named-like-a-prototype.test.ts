import { expect, test } from 'vitest';
import { buildHeaders } from '../../src/services/http/request/build-headers.ts';

test('a header that an object cannot hold is refused and not left out', () => {
  const writing = { style: 'simple', explode: false, allowReserved: false } as const;
  const parameter = { name: '__proto__', in: 'header', value: 'a', writing } as const;
  expect(() => buildHeaders([parameter])).toThrow('cannot be set');
});
