import type { CompiledRegex, Parsed, RegexEngine } from '../../../expressions/index.ts';
import { regexEngine } from '../../../expressions/engines/regex-engine.ts';

/** How many patterns are remembered; schemas repeat a few. */
const most = 200;

const known = new Map<string, Parsed<CompiledRegex>>();

/** The engine for regular expressions, which compiles a pattern once. */
export const patterns: RegexEngine = {
  compile: (pattern, flags) => {
    const key = `${flags}/${pattern}`;
    const compiled = known.get(key) ?? regexEngine.compile(pattern, flags);
    if (known.size === most) known.clear();
    known.set(key, compiled);
    return compiled;
  },
};
