import { HttpRequest } from '@smithy/core/protocols';
import { expect, test } from 'vitest';

import { findExchange, toSentRequest } from '../../../src/services/aws/exchange.ts';

const base = { method: 'GET', protocol: 'https:', hostname: 'things.example' };

test.each([
  [{ path: '/' }, 'https://things.example/'],
  [{ path: '/a/b', port: 8443 }, 'https://things.example:8443/a/b'],
  [
    { path: '/', query: { 'page size': '5', id: ['a', 'b'] } },
    '?id=a&id=b&page%20size=5',
  ],
])('the request %j is shown with its URL', (parts, url) => {
  const request = toSentRequest(new HttpRequest({ ...base, ...parts }));
  expect(request).toEqual({ method: 'GET', url: expect.stringContaining(url) });
});

test('a result that came from nowhere has no exchange', () => {
  expect(findExchange({})).toBeUndefined();
});
