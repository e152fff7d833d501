import { expect, test } from 'vitest';
import { plainScalar } from '../../src/arazzo-import/parse/plain-scalar.ts';
import { Unusual } from '../../src/arazzo-import/parse/unusual.ts';

// The quick reader's regular expressions ran out of stack; the other reader takes any text.
test.each([
  ['in double quotes', `"${'a'.repeat(9_000_000)}"`],
  ['in single quotes', `'${"''".repeat(9_000_000)}'`],
  ['of words', `[a${',a'.repeat(9_000_000)}]`],
])('a value %s may have millions of characters', (_name, text) => {
  expect(() => plainScalar(text)).toThrow(Unusual);
});
