import { defined } from '../defined.ts';
import type { MessageCallPlan, OperationCallPlan, StepPlan } from '../plan.ts';
import type { StepSurroundings } from './compile-step.ts';
import type { CallTemplate, InvokeConfig, MessageTemplate } from './config.ts';

/** The call of an operation or a channel, without what follows it. */
export function compileCall(
  step: StepPlan,
  id: string,
  { actorNames, options }: Pick<StepSurroundings, 'actorNames' | 'options'>,
): Pick<InvokeConfig, 'id' | 'src' | 'input'> {
  const { call, stepId } = step;
  const timeout = step.timeout ?? options.stepTimeout;
  const shared = defined({ stepId, timeout });
  const src = actorNames.ofCall(call);
  if (call.kind === 'workflow') {
    const { workflow, inputs } = call;
    return { id, src, input: { workflow, reason: 'step', stepId, inputs } };
  }
  const input =
    call.kind === 'operation'
      ? toCallTemplate(call, shared)
      : toMessageTemplate(call, shared);
  return { id, src, input };
}

type Shared = Pick<CallTemplate, 'stepId' | 'timeout'>;

function toCallTemplate(
  { operation, parameters, requestBody }: OperationCallPlan,
  { stepId, timeout }: Shared,
): CallTemplate {
  return defined({ stepId, operation, parameters, requestBody, timeout });
}

function toMessageTemplate(
  { kind: _kind, ...call }: MessageCallPlan,
  { stepId, timeout }: Shared,
): MessageTemplate {
  return defined({ stepId, ...call, timeout });
}
