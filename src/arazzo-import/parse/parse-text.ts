import type { Diagnostic, Range } from '../../diagnostics/index.ts';
import type { Json } from '../document.ts';
import { buildValue } from './build-value.ts';
import { composeYaml } from './compose-yaml.ts';
import type { ComposedYaml } from './compose-yaml.ts';
import { createJsonLocator } from './locate-json.ts';
import { locate } from './locate.ts';
import type { Target } from './locate.ts';
import { readJson } from './read-json.ts';
import { readPlainYaml } from './read-plain-yaml.ts';
import type { TextProblem } from './text-problem.ts';

/** A JSON or YAML text as a value that still knows where everything stood. */
export interface ParsedText {
  /** `undefined` when the text has syntax errors: half a value would mislead. */
  readonly value: Json | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /**
   * Where the value of a JSON Pointer stands in the text, or its key. Of a value that does not
   * exist: where its nearest parent stands.
   */
  readonly rangeAt: (path: string, target?: Target) => Range;
}

/**
 * Gives you the value of a JSON or YAML 1.2 text and everything that is wrong with the text. Never
 * throws. Positions are looked up only when somebody asks for them.
 *
 * @param uri - what to call the text in diagnostics, usually its file name or URL
 */
export function parseText(text: string, uri: string): ParsedText {
  const json = readJson(text);
  if (json !== undefined) {
    const locateJson = createJsonLocator(text);
    return {
      value: json,
      diagnostics: [],
      rangeAt: (path, target = 'value') =>
        toRange(text, uri, ...locateJson(path, target)),
    };
  }
  const plain = readPlainYaml(text);
  if (plain !== undefined) {
    const compose = once(() => composeYaml(text));
    return { value: plain, diagnostics: [], rangeAt: yamlLocator(text, uri, compose) };
  }
  const composed = composeYaml(text);
  const { value, problems } = readYaml(composed);
  return {
    value,
    diagnostics: problems
      .toSorted((left, right) => left.start - right.start)
      .map((problem) => toDiagnostic(problem, text, uri)),
    rangeAt: yamlLocator(text, uri, () => composed),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function yamlLocator(
  text: string,
  uri: string,
  compose: () => ComposedYaml,
): ParsedText['rangeAt'] {
  return (path, target = 'value') => {
    const { document } = compose();
    const span = document && locate(document, path, target);
    return toRange(text, uri, ...(span ?? []));
  };
}

function readYaml({ document, problems }: ComposedYaml): {
  value: Json | undefined;
  problems: readonly TextProblem[];
} {
  const isBroken = problems.some(
    ({ code, severity }) => code === 'YAML_SYNTAX' && severity === 'error',
  );
  if (document === undefined || isBroken) return { value: undefined, problems };
  const built = buildValue(document);
  return { value: built.value, problems: [...problems, ...built.problems] };
}

function toDiagnostic(
  { start, end, ...problem }: TextProblem,
  text: string,
  uri: string,
): Diagnostic {
  return { ...problem, range: toRange(text, uri, start, end) };
}

/** Without the line breaks after a block, and without the places behind the end of the text. */
function toRange(text: string, uri: string, from = 0, to = from): Range {
  const start = Math.min(from, text.length);
  const end = start + text.slice(start, to).trimEnd().length;
  return { uri, start, end };
}
