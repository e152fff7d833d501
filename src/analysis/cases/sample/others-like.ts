import type { Json } from '../../../arazzo-import/document.ts';

/**
 * Values like another one, the most likely first: a schema may refuse some of them.
 *
 * @yields for `id-1` and 3 first `id-3`, for `LHR` later `LHS` and so on
 */
export function* othersLike(value: Json | undefined, number: number): Generator<Json> {
  if (typeof value === 'number') yield value + number - 1;
  if (typeof value !== 'string') return;
  yield numbered(value, number);
  yield* spelledOtherwise(value, number);
}

/** The last digits of a text, as many as can be counted on without making another kind of text of it. */
const lastDigits = /\d{1,6}(?=\D*$)/u;

function numbered(text: string, number: number): string {
  if (!lastDigits.test(text)) return text.replace(/(?=@|$)/u, `-${number}`);
  return text.replace(lastDigits, (digits) =>
    String(Number(digits) + number - 1).padStart(digits.length, '0'),
  );
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/**
 * With another last letter.
 *
 * @yields first one that is as far on in the alphabet as the number says
 */
function* spelledOtherwise(text: string, number: number): Generator<string> {
  const letter = /[a-z](?=[^a-z]*$)/iu.exec(text)?.[0];
  if (letter === undefined) return;
  const isSmall = letter === letter.toLowerCase();
  const start = alphabet.indexOf(letter.toLowerCase());
  for (let step = 0; step < alphabet.length - 1; step += 1) {
    const next = alphabet.charAt((start + number - 1 + step) % alphabet.length);
    const other = isSmall ? next : next.toUpperCase();
    if (other !== letter) yield text.replace(/[a-z](?=[^a-z]*$)/iu, other);
  }
}
