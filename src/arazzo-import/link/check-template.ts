import { parseTemplate, referencesOf } from '../../expressions/index.ts';
import { defined } from '../defined.ts';
import type { Json } from '../document.ts';
import { isObject } from '../is-object.ts';
import { appendToken } from '../json-pointer.ts';
import { checkReferences } from './check-references.ts';
import { checkSelectors } from './check-selectors.ts';
import type { WorkflowContext } from './link-workflow.ts';

/** Reports what is wrong with the expressions in a value, and what they name that is not there. */
export function checkTemplate(context: WorkflowContext, value: Json, path: string): void {
  checkSelectors(context, value, path);
  checkTexts(context, value, path);
}

/** Text by text, so that each finding stands at its own. */
function checkTexts(context: WorkflowContext, value: Json, path: string): void {
  if (typeof value === 'string') checkText(context, value, path);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      checkTexts(context, item as Json, appendToken(path, index));
    }
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      checkTexts(context, member, appendToken(path, key));
    }
  }
}

function checkText(context: WorkflowContext, text: string, path: string): void {
  const { template, problems, notes } = parseTemplate(text);
  for (const { problem } of problems) {
    const { message, hint } = problem;
    context.report(defined({ code: 'INVALID_EXPRESSION' as const, path, message, hint }));
  }
  for (const { code, message, hint } of notes) {
    context.report({ code, severity: 'warning', path, message, hint });
  }
  checkReferences(context, referencesOf(template), path);
}
