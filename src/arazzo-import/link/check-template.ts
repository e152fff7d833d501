import { parseTemplate, referencesOf } from '../../expressions/index.ts';
import type { Json } from '../document.ts';
import { checkReferences } from './check-references.ts';
import { checkSelectors } from './check-selectors.ts';
import type { WorkflowContext } from './link-workflow.ts';

/** Reports what is wrong with the expressions in a value, and what they name that is not there. */
export function checkTemplate(context: WorkflowContext, value: Json, path: string): void {
  const { template, problems, notes } = parseTemplate(value);
  for (const { path: inside, problem } of problems) {
    context.report({
      code: 'INVALID_EXPRESSION',
      path: `${path}${inside}`,
      message: problem.message,
      ...(problem.hint === undefined ? {} : { hint: problem.hint }),
    });
  }
  for (const note of notes) {
    context.report({
      code: 'LENIENT_EXPRESSION',
      severity: 'warning',
      path: `${path}${note.path}`,
      message: note.message,
      hint: note.hint,
    });
  }
  checkSelectors(context, value, path);
  checkReferences(context, referencesOf(template), path);
}
