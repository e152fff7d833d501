import { expect, test } from 'vitest';
import {
  matchPath,
  mistakenFor,
} from '../../../../src/testing/against/http/match-path.ts';

test('a path gives the values of its parameters, decoded', () => {
  const found = matchPath('/pets/{petId}/toys/{toyId}', '/pets/a%2Fb/toys/7');
  expect(Object.fromEntries(found ?? [])).toEqual({ petId: 'a/b', toyId: '7' });
});

test('a parameter is one part of a path, unless it says that it is the rest', () => {
  expect(matchPath('/files/{name}', '/files/a/b')).toBeUndefined();
  expect(matchPath('/files/{name+}', '/files/a/b')?.get('name')).toBe('a/b');
});

test('what stands behind # in a template is not sent', () => {
  expect(matchPath('/#X-Amz-Target=A.B', '/')).toEqual(new Map());
});

test('signs that mean something in regular expressions mean themselves', () => {
  expect(matchPath('/a.b/(c)', '/aXb/c')).toBeUndefined();
  expect(matchPath('/a.b/(c)', '/a.b/(c)')).toEqual(new Map());
});

test('a server takes the path with fewer parameters first', () => {
  const operations = ['/pets/{id}', '/pets/mine', '/pets/mine#two'].map((path) => ({
    pointer: '',
    method: 'GET',
    path,
  }));
  const request = { method: 'GET', path: '/pets/mine' };
  const [byId = request, mine = request] = operations;
  expect(mistakenFor(operations, request, byId)).toBe(mine);
  expect(mistakenFor(operations, request, mine)).toBeUndefined();
  expect(mistakenFor(operations, { ...request, method: 'PUT' }, byId)).toBeUndefined();
});
