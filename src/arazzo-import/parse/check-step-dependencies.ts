import type { ObjectReader } from './object-reader.ts';
import { checkNonEmpty } from './check-non-empty.ts';

const forms = [
  /^[^$]/,
  // Reported as an expression, and understood.
  /^\$steps\.[^.]+(\.outputs\..*)?$/,
  /^\$workflows\.[^.]+\.steps\.[^.]+$/,
  /^\$sourceDescriptions\.[^.]+\.[^.]+\.steps\.[^.]+$/,
];

/** Reports steps to wait for that are named twice or in no form there is (Arazzo 1.1). */
export function checkStepDependencies(step: ObjectReader): void {
  const names = step.raw('dependsOn');
  if (step.context.version === '1.0' || !Array.isArray(names)) return;
  checkNonEmpty(step, 'dependsOn');
  for (const [index, name] of names.entries()) {
    if (typeof name !== 'string') continue;
    if (names.indexOf(name) < index) reportTwice(step, name, index);
    if (!forms.some((form) => form.test(name))) reportForm(step, name, index);
  }
}

function reportTwice(step: ObjectReader, name: string, index: number): void {
  step.report({
    code: 'DUPLICATE_NAME',
    message: `${step.title} depends on ${JSON.stringify(name)} more than once.`,
    field: ['dependsOn', index],
    hint: 'Remove it.',
  });
}

function reportForm(step: ObjectReader, name: string, index: number): void {
  step.report({
    code: 'INVALID_VALUE',
    message: `${step.title} depends on ${JSON.stringify(name)}, which names no step.`,
    field: ['dependsOn', index],
    hint: 'Write the stepId, or $workflows.<workflowId>.steps.<stepId>.',
  });
}
