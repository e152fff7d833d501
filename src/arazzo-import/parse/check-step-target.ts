import type { ObjectReader } from './object-reader.ts';

const kinds10 = ['operationId', 'operationPath', 'workflowId'];
const kinds11 = [...kinds10, 'channelPath'];

/** Reports a step that does not say what it does, or says more than one thing. */
export function checkStepTarget(step: ObjectReader): void {
  const is10 = step.context.version === '1.0';
  const [first, second] = (is10 ? kinds10 : kinds11).filter((field) => step.has(field));
  if (first === undefined) reportNoTarget(step);
  if (first !== undefined && second !== undefined) reportConflict(step, first, second);
  if (step.has('workflowId')) {
    step.ignore('requestBody', 'a step that runs a workflow sends no request');
  }
  if (!is10) checkMessageFields(step);
}

function reportNoTarget(step: ObjectReader): void {
  step.report({
    code: 'MISSING_FIELD',
    message: `${step.title} names no operation and no workflow.`,
    field: 'operationId',
    hint: 'Add "operationId", "operationPath" or "workflowId".',
  });
}

function reportConflict(step: ObjectReader, first: string, second: string): void {
  step.report({
    code: 'CONFLICTING_FIELDS',
    message: `${step.title} has both "${first}" and "${second}".`,
    field: second,
    target: 'key',
    hint: 'Keep one of them.',
  });
}

/** The fields of steps that send or receive messages (Arazzo 1.1). */
function checkMessageFields(step: ObjectReader): void {
  if (step.has('workflowId') && step.has('action')) {
    reportConflict(step, 'workflowId', 'action');
  }
  const needsAction = ['channelPath', 'correlationId'].find((field) => step.has(field));
  if (needsAction !== undefined && !step.has('action')) {
    step.report({
      code: 'MISSING_FIELD',
      message: `${step.title} has "${needsAction}" but no "action".`,
      field: 'action',
      hint: 'Add action: send or action: receive.',
    });
  }
  if (step.has('correlationId') && step.raw('action') === 'send') {
    step.report({
      code: 'CONFLICTING_FIELDS',
      message: `${step.title} has a "correlationId", but it sends.`,
      field: 'correlationId',
      target: 'key',
      hint: 'Remove it: only what is received can be correlated.',
    });
  }
}
