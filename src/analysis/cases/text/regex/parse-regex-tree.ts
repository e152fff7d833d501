import { RegExpParser } from '@eslint-community/regexpp';
import type { AST } from '@eslint-community/regexpp';
import { toEcmaScript } from './to-ecmascript.ts';

/** Characters; nobody writes more. */
const maxLength = 4_000;

/** Groups within groups; what walks through the tree calls itself once per level. */
const maxDepth = 200;

const parser = new RegExpParser({ ecmaVersion: 2025 });

/** A regular expression, read. */
export interface RegexTree {
  readonly root: AST.Pattern;
  /** Whether some of it matches without regard to case. */
  readonly caseless: boolean;
}

/** The syntax tree of a regular expression of RE2; `undefined` when it cannot be read. */
export function parseRegexTree(pattern: string, flags: string): RegexTree | undefined {
  if (pattern.length > maxLength) return undefined;
  const translated = toEcmaScript(pattern);
  if (depthOf(translated) > maxDepth) return undefined;
  const caseless = flags.includes('i') || /\(\?[msU]*i/.test(pattern);
  const root = parse(translated);
  return root === undefined ? undefined : { root, caseless };
}

function parse(translated: string): AST.Pattern | undefined {
  try {
    return parser.parsePattern(translated, undefined, undefined, { unicodeSets: true });
  } catch {
    return undefined;
  }
}

/** Every parenthesis that is a character has become an escape. */
function depthOf(translated: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of translated) {
    if (character === '(') deepest = Math.max(deepest, (depth += 1));
    else if (character === ')') depth -= 1;
  }
  return deepest;
}
