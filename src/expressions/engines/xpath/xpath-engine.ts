import { fontoxpath } from './fontoxpath.ts';
import { Document } from 'slimdom';
import type { Element } from 'slimdom';
import { attempt, problem, take } from '../../parsed.ts';
import type { Parsed } from '../../parsed.ts';
import type { CompiledXPath, RegexEngine, XPathEngine } from '../engines.ts';
import { provideXPathReader } from '../read-xpath.ts';
import { checkLimits } from './check-limits.ts';
import { createXPath } from './create-xpath.ts';
import { registerPatternFunctions, usePatternFunctions } from './pattern-functions.ts';
import { shortenSteps } from './shorten-steps.ts';

const language = fontoxpath.evaluateXPath.XPATH_3_1_LANGUAGE;

/** Characters; nobody writes more. */
const maxLength = 4_000;

/** XPath of every version, read as version 3.1; `docs/decisions/xpath.md` says what that means. */
export function createXPathEngine(regex?: RegexEngine): XPathEngine {
  registerPatternFunctions(regex);
  provideXPathReader((text) => {
    const parsed = parse(text);
    return parsed.ok ? parsed.value : undefined;
  });
  return { compile };
}

function compile(text: string): Parsed<CompiledXPath> {
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  return attempt((notes) => {
    const tree = parsed.value;
    const cost = checkLimits(tree);
    shortenSteps(tree);
    usePatternFunctions(tree);
    return createXPath(take(checkNames(tree), notes), cost);
  });
}

function parse(text: string): Parsed<Element> {
  if (text.length > maxLength) {
    return problem({ message: 'The XPath expression is too long.', offset: 0 });
  }
  try {
    const tree = fontoxpath.parseScript<Element>(text, { language }, new Document());
    return { ok: true, value: tree, notes: [] };
  } catch (error) {
    const message = 'The XPath expression cannot be read.';
    return problem({
      message,
      offset: offsetOf(error),
      hint: text.startsWith('$.')
        ? 'This is JSONPath: use type: jsonpath.'
        : 'Use the syntax of XPath 3.1.',
    });
  }
}

/** Finds out now what no document could change: functions that do not exist. */
function checkNames(tree: Element): Parsed<Element> {
  const options = { language, namespaceResolver: () => 'urn:any' };
  try {
    fontoxpath.evaluateXPathToBoolean(
      tree.cloneNode(true),
      new Document(),
      null,
      null,
      options,
    );
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    const [, name] = /^XPST0017: Function (?:Q\{[^}]*\})?(\S+)/.exec(text) ?? [];
    if (name !== undefined) {
      const message = `The function "${name}" does not exist, or not with so many arguments.`;
      return problem({ message, offset: 0, hint: 'Use the functions of XPath 3.1.' });
    }
  }
  return { ok: true, value: tree, notes: [] };
}

function offsetOf(error: unknown): number {
  const { position } = error as { position?: { start?: { offset?: number } } };
  return position?.start?.offset ?? 0;
}
