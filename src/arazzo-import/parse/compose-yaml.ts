import { Composer, Lexer, Parser } from 'yaml';
import type { Document, YAMLError } from 'yaml';
import { maxDepth, tooDeep } from './text-problem.ts';
import type { TextProblem } from './text-problem.ts';

/** The nodes of a YAML text, and what is wrong with its syntax. */
export interface ComposedYaml {
  /** The first document of the stream; absent when the text could not be read to its end. */
  readonly document?: Document.Parsed;
  readonly problems: readonly TextProblem[];
}

/**
 * Gives you the nodes of a YAML 1.2 text (core schema; JSON is a subset of it), whatever the text
 * is. Syntax only: no values are built.
 */
export function composeYaml(text: string): ComposedYaml {
  const lexer = new Lexer();
  const parser = new Parser();
  const composer = createComposer();
  const documents: Document.Parsed[] = [];
  for (const lexeme of lexer.lex(text)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    // The composer recurses: it must never see a tree that is too deep for the stack.
    if (parser.stack.length > maxDepth) {
      return { problems: [tooDeep(parser.offset - 1, parser.offset)] };
    }
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(true, text.length));
  const [document, ...others] = documents;
  const problems = documents
    .flatMap(toProblems)
    .concat(others.slice(0, 1).map(toSurplus));
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
  return [...document.errors, ...document.warnings].map(toProblem);
}

function toProblem(error: YAMLError): TextProblem {
  const [start, end] = error.pos;
  return { ...describe(error), start, end, path: '' };
}

/** The text is YAML but more than JSON, or it is no YAML at all. */
function describe({
  code,
  name,
  message,
}: YAMLError): Pick<TextProblem, 'code' | 'severity' | 'message' | 'hint'> {
  if (code === 'TAG_RESOLVE_FAILED') {
    const hint = 'Remove the tag: only the types that JSON has can be used.';
    return {
      code: 'UNSUPPORTED_YAML',
      severity: 'error',
      message: toSentence(message),
      hint,
    };
  }
  if (code === 'NON_STRING_KEY') {
    const hint = 'Write the key as plain text.';
    return {
      code: 'UNSUPPORTED_YAML',
      severity: 'error',
      message: 'A key is no text.',
      hint,
    };
  }
  const severity = name === 'YAMLWarning' ? 'warning' : 'error';
  return { code: 'YAML_SYNTAX', severity, message: toSentence(message) };
}

/** The messages of the YAML reader have no full stop, and may quote any amount of the text. */
function toSentence(message: string): string {
  return message.length > 200 ? `${message.slice(0, 200)}…` : `${message}.`;
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
