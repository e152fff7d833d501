import { parseTemplate, referencesOf } from '../../expressions/index.ts';
import { defined } from '../defined.ts';
import type { Json, JsonObject } from '../document.ts';
import { isObject } from '../is-object.ts';
import { appendToken } from '../json-pointer.ts';
import { checkReferences } from './check-references.ts';
import type { WorkflowContext } from './link-workflow.ts';
import type { ReadText } from './create-text-reader.ts';

/**
 * Reports what is wrong with the expressions and selectors in a value, and what they name that is not
 * there. Text by text, so that each finding stands at its own.
 */
export function checkTemplate(context: WorkflowContext, value: Json, path: string): void {
  if (typeof value === 'string') report(context, context.readText(value), path);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      checkTemplate(context, item as Json, appendToken(path, index));
    }
  } else if (isObject(value) && !checkSelector(context, value, path)) {
    for (const [key, member] of Object.entries(value)) {
      checkTemplate(context, member, appendToken(path, key));
    }
  }
}

/** Whether an object is a Selector Object of Arazzo 1.1, or was meant to be one. */
function checkSelector(
  context: WorkflowContext,
  value: JsonObject,
  path: string,
): boolean {
  const { document, engines } = context;
  const maybe = 'selector' in value || 'context' in value;
  if (document.version === '1.0' || !maybe) return false;
  const parsed = parseTemplate(value, { selectors: true, engines });
  const isLiteral = parsed.template.kind !== 'selector';
  if (isLiteral && !parsed.problems.some((each) => each.path.lastIndexOf('/') <= 0))
    return false;
  // A type that is none was reported when it was read.
  const problems = parsed.problems.filter((each) => each.path !== '/type');
  const { notes } = parsed;
  report(context, { problems, notes, references: referencesOf(parsed.template) }, path);
  return true;
}

function report(
  context: WorkflowContext,
  { problems, notes, references }: ReadText,
  path: string,
): void {
  for (const { path: within, problem } of problems) {
    const { message, hint } = problem;
    const code = 'INVALID_EXPRESSION' as const;
    context.report(defined({ code, path: `${path}${within}`, message, hint }));
  }
  for (const { path: within, code, message, hint } of notes) {
    const place = `${path}${within}`;
    context.report({ code, severity: 'warning', path: place, message, hint });
  }
  checkReferences(context, references, path);
}
