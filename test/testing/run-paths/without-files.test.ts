import { expect, test } from 'vitest';
import { withoutFiles } from '../../../src/testing/run-paths/without-files.ts';

const letter = { filename: 'letter.txt', contentType: 'text/plain', text: 'Dear all' };

test('files and bytes are texts, as schemas call them', () => {
  const body = { folder: 'inbox', files: [letter, { base64: 'YQ==' }] };
  expect(withoutFiles(body, 'multipart/form-data')).toEqual({
    folder: 'inbox',
    files: ['Dear all', 'YQ=='],
  });
  expect(withoutFiles({ base64: 'YQ==' }, 'application/octet-stream')).toBe('YQ==');
});

test('JSON has no files, and other objects are no files', () => {
  expect(withoutFiles(letter, 'application/json')).toEqual(letter);
  const note = { text: 'Dear all', author: 'me' };
  expect(withoutFiles({ note }, 'multipart/form-data')).toEqual({ note });
});
