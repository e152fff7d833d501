import { expect, test } from 'vitest';
import { parseXml } from '../../src/expressions/engines/xpath/parse-xml.ts';

test('XML that opens tags and closes none is refused at once', () => {
  expect(() => parseXml('<'.repeat(1_000_000))).toThrow('nested too deeply');
  expect(() => parseXml('<a</'.repeat(250_000))).toThrow('not well-formed');
}, 15_000);

test('tags that are closed at once are no depth', () => {
  expect(() => parseXml(`<a>${'<b/>'.repeat(1000)}</a>`)).not.toThrow();
});
