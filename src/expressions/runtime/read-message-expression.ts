import { fail } from '../parsed.ts';
import type { MessageExpression } from './expression.ts';
import { addNote, readNavigation } from './read-tail.ts';
import type { Source } from './read-tail.ts';

type Kind = MessageExpression['kind'];
type Part = MessageExpression['part'];

const partPattern = /(headers?|query|path|body|payload)(?=[.#[]|$)/y;

/** `tchar` of RFC 9110; braces are not among them. */
const token = /^[!#$%&'*+\-.^_`|~\w]+$/;

/** What each kind really has; the grammar allows every part for all of them. */
const usualParts: Readonly<Record<Kind, readonly Part[]>> = {
  request: ['header', 'query', 'path', 'body'],
  response: ['header', 'body'],
  message: ['header', 'payload'],
};

/** Reads what follows `$request.`, `$response.` or `$message.`. */
export function readMessage(kind: Kind, source: Source, from: number): MessageExpression {
  partPattern.lastIndex = from;
  const word = partPattern.exec(source.text)?.[1];
  if (word === undefined) {
    fail(
      `"${source.text}" has no such part.`,
      from,
      `Use ${usualParts[kind].join(', ')}.`,
    );
  }
  const part = word === 'headers' ? 'header' : (word as Part);
  notePart(kind, word, part, source);
  const base = { kind, part, text: source.text } as const;
  const end = from + word.length;
  if (part === 'body' || part === 'payload') {
    return { ...base, name: '', ...readNavigation(source, end) };
  }
  return { ...base, name: readName(part, source, end), path: [], pointer: [] };
}

/** Names of parameters may hold anything, so nothing can follow them. */
function readName(part: Part, source: Source, from: number): string {
  const name = source.text.slice(from + 1);
  if (source.text[from] !== '.' || name === '') {
    fail(`"${source.text}" names no ${part}.`, from);
  }
  const good = part === 'header' ? token.test(name) : !/[{}]/.test(name);
  if (!good) fail(`"${name}" cannot be the name of a ${part}.`, from + 1);
  return name;
}

function notePart(kind: Kind, word: string, part: Part, source: Source): void {
  if (word === 'headers') {
    const message = `"${source.text}" says "headers".`;
    addNote(source, 'HEADERS_PLURAL', message, `Write "$${kind}.header.…".`);
  }
  if (!usualParts[kind].includes(part)) {
    const message = `"${source.text}" is always empty: a ${kind} has no ${part}.`;
    addNote(source, 'UNUSUAL_SOURCE', message, `Use ${usualParts[kind].join(', ')}.`);
  }
}
