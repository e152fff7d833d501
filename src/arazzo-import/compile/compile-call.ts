import { defined } from '../defined.ts';
import type { MessageCallPlan, OperationCallPlan, StepPlan } from '../plan.ts';
import type { ActorNames } from './actor-names.ts';
import type {
  CallTemplate,
  CompileOptions,
  InvokeConfig,
  MessageTemplate,
} from './config.ts';

/** The actor of an operation or a channel, and what it is given. */
export function compileCall(
  { stepId, timeout: own }: StepPlan,
  call: OperationCallPlan | MessageCallPlan,
  {
    actorNames,
    options,
  }: { readonly actorNames: ActorNames; readonly options: CompileOptions },
): Pick<InvokeConfig, 'src' | 'input'> {
  const shared = defined({ stepId, timeout: own ?? options.stepTimeout });
  const input =
    call.kind === 'operation'
      ? toCallTemplate(call, shared)
      : toMessageTemplate(call, shared);
  return { src: actorNames.ofCall(call), input };
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
