import type { Scope } from '../../../src/expressions/index.ts';

/** What a step sees after an answer with this body. */
export function answer(
  body: unknown,
  statusCode = 200,
  headers: Readonly<Record<string, string>> = {},
): Scope {
  return { response: { statusCode, headers, body } };
}
