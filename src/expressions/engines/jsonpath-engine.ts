import { FunctionExpressionType, JSONPathEnvironment, JSONPathError } from 'json-p3';
import type { FilterFunction, JSONPathQuery } from 'json-p3';
import { problem } from '../parsed.ts';
import type { Parsed } from '../parsed.ts';
import { describeQuery } from './describe-query.ts';
import { rewriteSmallNumbers } from './small-numbers.ts';
import type {
  CompiledQuery,
  CompiledRegex,
  JsonPathEngine,
  RegexEngine,
  SelectedNode,
} from './engines.ts';

/** How many patterns `match` and `search` remember; a pattern may come from the data. */
const maxPatterns = 50;

/**
 * JSONPath by RFC 9535. The functions `match` and `search` use `regex`; without it they do not
 * exist, because the platform's own expressions can be made to run for ever.
 */
export function createJsonPathEngine(regex?: RegexEngine): JsonPathEngine {
  const environment = new JSONPathEnvironment();
  for (const name of ['match', 'search'] as const) {
    environment.functionRegister.delete(name);
    if (regex !== undefined) {
      environment.functionRegister.set(name, createMatcher(regex, name === 'match'));
    }
  }
  return {
    compile: (text) => {
      const query = compile(environment, text);
      const rewritten = query.ok ? text : rewriteSmallNumbers(text);
      return rewritten === text ? query : compile(environment, rewritten);
    },
  };
}

function compile(environment: JSONPathEnvironment, text: string): Parsed<CompiledQuery> {
  try {
    const query = environment.compile(text);
    return {
      ok: true,
      value: {
        first: (root) => query.match(root as Parameters<typeof query.match>[0]),
        all: (root) => select(query, root),
        describe: () => describeQuery(query),
      },
      notes: [],
    };
  } catch (error) {
    return problem({
      message: `The JSONPath query cannot be read: ${reasonOf(error)}.`,
      offset: error instanceof JSONPathError ? error.token.index : 0,
    });
  }
}

function select(query: JSONPathQuery, root: unknown): readonly SelectedNode[] {
  const nodes = query.query(root as Parameters<typeof query.query>[0]);
  return Array.from(nodes, ({ value, location }) => ({ value, keys: location }));
}

function createMatcher(regex: RegexEngine, whole: boolean): FilterFunction {
  const compiled = new Map<string, CompiledRegex | undefined>();
  const remember = (pattern: string): CompiledRegex | undefined => {
    if (compiled.has(pattern)) return compiled.get(pattern);
    if (compiled.size === maxPatterns) compiled.clear();
    const parsed = regex.compile(whole ? `^(?:${pattern})$` : pattern, '');
    const value = parsed.ok ? parsed.value : undefined;
    compiled.set(pattern, value);
    return value;
  };
  return {
    argTypes: [FunctionExpressionType.ValueType, FunctionExpressionType.ValueType],
    returnType: FunctionExpressionType.LogicalType,
    call: (text, pattern) =>
      typeof text === 'string' &&
      typeof pattern === 'string' &&
      remember(pattern)?.test(text) === true,
  };
}

/** Too many parentheses overflow the stack of the library's parser. */
function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return 'it is nested too deeply';
  if (!(error instanceof Error)) return String(error);
  return error.message.replace(/ \('.*':\d+\)$/s, '');
}
