import type { OperationReference } from '../../services/service.ts';

/** Reads `$sourceDescriptions.<name>.<operationId>`; the id is everything after the name (A-STEP-09). */
export function parseOperationId(text: string): OperationReference | undefined {
  const match = /^\$sourceDescriptions\.([^.]+)\.(.+)$/su.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  return { source: match[1], operationId: match[2] };
}

/** Reads `{$sourceDescriptions.<name>.url}#<JSON Pointer>` (A-STEP-11, A-STEP-12). */
export function parseOperationPath(text: string): OperationReference | undefined {
  const match = /^\{?\$sourceDescriptions\.([^.{}#]+)\.url\}?#(\/.*)$/su.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  return { source: match[1], operationPath: decodeFragment(match[2]) };
}

/**
 * Reads `$sourceDescriptions.<name>#<JSON Pointer>` and `<name>#<JSON Pointer>`, which name the source
 * and not its `url`.
 */
export function parseWithoutUrl(text: string):
  | {
      readonly source: string;
      /** Whether it is an expression, and not the name alone. */
      readonly isExpression: boolean;
      /** How it is written by the letter. */
      readonly right: string;
    }
  | undefined {
  const match = /^\{?(\$sourceDescriptions\.)?([^.{}#$/]+)\}?#(\/.*)$/su.exec(text);
  const [, expression, source, pointer] = match ?? [];
  if (source === undefined || pointer === undefined) return undefined;
  return {
    source,
    isExpression: expression !== undefined,
    right: `{$sourceDescriptions.${source}.url}#${pointer}`,
  };
}

/** A pointer in a URL fragment may be percent-encoded: `%7Bid%7D`. */
function decodeFragment(pointer: string): string {
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}
