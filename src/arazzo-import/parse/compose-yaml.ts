import { Composer, Lexer, Parser } from 'yaml';
import type { Document, YAMLError } from 'yaml';
import { describeYamlError } from './describe-yaml-error.ts';
import { firstOfRegions } from './first-of-regions.ts';
import { lastScalar } from './last-scalar.ts';
import { maxDepth, tooDeep } from './text-problem.ts';
import type { TextProblem } from './text-problem.ts';

/** The nodes of a YAML text, and what is wrong with its syntax. */
export interface ComposedYaml {
  /** The first document of the stream; absent when the text could not be read to its end. */
  readonly document?: Document.Parsed;
  readonly problems: readonly TextProblem[];
}

/** A text with more brackets and colons in wrong places is not read to its end. */
const maxMisfits = 100;

/**
 * Gives you the nodes of a YAML 1.2 text (core schema; JSON is a subset of it), whatever the text
 * is. Syntax only: no values are built.
 */
export function composeYaml(text: string): ComposedYaml {
  const lexer = new Lexer();
  const parser = new Parser();
  const composer = createComposer();
  const documents: Document.Parsed[] = [];
  let misfits = 0;
  for (const lexeme of lexer.lex(text)) {
    for (const token of parser.next(lexeme)) {
      documents.push(...composer.next(token));
      if (token.type === 'error') misfits += 1;
    }
    // What follows is no YAML either.
    if (misfits > maxMisfits) break;
    // The composer recurses: it must never see a tree that is too deep for the stack.
    if (parser.stack.length > maxDepth) {
      return { problems: [tooDeep(parser.offset - 1, parser.offset)] };
    }
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(true, text.length));
  const [document, ...others] = documents;
  const problems = firstOfRegions(documents.flatMap(toProblems), text).concat(
    others.slice(0, 1).map(toSurplus),
  );
  return document === undefined ? { problems } : { document, problems };
}

function createComposer(): Composer {
  return new Composer({
    // Named, so that a %YAML 1.1 directive does not bring back its dates and its "no" for false.
    schema: 'core',
    customTags: (tags) => tags.filter((tag) => !isNotANumber(tag)),
    resolveKnownTags: false,
    stringKeys: true,
    // Found while the values are built, in linear time.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
}

/** JSON has no infinities and no NaN: `.inf` and `.nan` stay strings. */
function isNotANumber(tag: unknown): boolean {
  return (
    typeof tag === 'object' && tag !== null && 'test' in tag && isMatch(tag.test, '.nan')
  );
}

function isMatch(test: unknown, text: string): boolean {
  return test instanceof RegExp && test.test(text);
}

function toProblems(document: Document.Parsed): TextProblem[] {
  return [...document.errors, ...document.warnings].map((error) => {
    const [start, end] = placeOf(error, document);
    return { ...describeYamlError(error), start, end, path: '' };
  });
}

/** An unclosed text is noticed at the end of the file; its author looks for the beginning. */
function placeOf(
  { code, message, pos }: YAMLError,
  { contents }: Document.Parsed,
): readonly [start: number, end: number] {
  if (code !== 'MISSING_CHAR' || !message.startsWith('Missing closing')) return pos;
  const start = lastScalar(contents)?.range?.[0];
  return start === undefined ? pos : [start, start + 1];
}

function toSurplus(document: Document.Parsed): TextProblem {
  const [start, end] = document.range;
  return {
    code: 'UNSUPPORTED_YAML',
    severity: 'error',
    message: 'The text holds more than one YAML document; only the first is read.',
    hint: 'Move the others to files of their own.',
    start,
    end,
    path: '',
  };
}
