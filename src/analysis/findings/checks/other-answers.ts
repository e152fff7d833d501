import type { Expression } from '../../../expressions/index.ts';
import { exitReads } from '../reads.ts';
import type { Finding, StepView, WorkflowView } from '../view.ts';

/** `$response` and `$statusCode` of a step that gets a message, and `$message` of one that gets a response. */
export function findOtherAnswers({ steps }: WorkflowView): readonly Finding[] {
  return steps.flatMap((view) => {
    const { kind } = view.plan.call;
    if (kind === 'workflow') return [];
    const isOther = kind === 'message' ? isOfResponse : isOfMessage;
    const pick = (each: Expression): Expression | undefined =>
      isOther(each) ? each : undefined;
    return exitReads(view, pick).map(({ expression: { text }, path }) =>
      toFinding(view, text, path),
    );
  });
}

function isOfResponse({ kind }: Expression): boolean {
  return kind === 'response' || kind === 'statusCode';
}

function isOfMessage({ kind }: Expression): boolean {
  return kind === 'message';
}

function toFinding({ step, plan }: StepView, text: string, path: string): Finding {
  const isMessage = plan.call.kind === 'message';
  return {
    code: 'UNKNOWN_RESPONSE_MEMBER',
    severity: 'warning',
    path,
    message: `"${text}" leads to nothing: step "${step.stepId}" gets ${isMessage ? 'a message and no response' : 'a response and no message'}.`,
    hint: isMessage
      ? 'Write "$message.payload" or "$message.header.<name>".'
      : 'Write "$response.body" or "$response.header.<name>".',
  };
}
