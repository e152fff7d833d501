import type { ChannelParameter, ChannelUse } from '../../asyncapi/index.ts';
import { didYouMean } from '../../diagnostics/index.ts';
import { defined } from '../defined.ts';
import type { Json, Parameter, Step } from '../document.ts';
import { listNames } from '../link/list-names.ts';
import type { MergedParameters } from '../link/link-parameters.ts';
import type { WorkflowContext } from '../link/link-workflow.ts';
import { checkPayload } from './check-payload.ts';
import { messageSchemas } from './message-schemas.ts';

/** What a step gives to a channel. */
interface MessageCall {
  readonly context: WorkflowContext;
  readonly step: Step;
  readonly use: ChannelUse;
  readonly parameters: MergedParameters;
  readonly action: 'send' | 'receive';
}

/** Compares a step with what the AsyncAPI description says about its channel and what it sends. */
export function checkMessage(call: MessageCall): void {
  const { use, action, parameters } = call;
  const declared = use.channel?.parameters ?? [];
  for (const parameter of parameters.own) checkName(call, parameter, declared);
  for (const parameter of [...parameters.own, ...parameters.inherited])
    checkValue(call, parameter, declared);
  if (action !== 'send') return;
  for (const { name, default: value } of declared)
    if (value === undefined) checkGiven(call, name);
  checkSent(call);
}

function nameOf({ use: { reference } }: MessageCall): string {
  return reference.operationId ?? reference.channelPath ?? '';
}

function isOfAddress({ in: place }: Parameter): boolean {
  return place === 'path' || place === 'channel';
}

function checkName(
  call: MessageCall,
  parameter: Parameter,
  declared: readonly ChannelParameter[],
): void {
  const { use, context } = call;
  const { name, path } = parameter;
  const names = declared.map((each) => each.name);
  // An address that is left open may have any.
  if (use.channel?.address === undefined || !isOfAddress(parameter)) return;
  if (names.includes(name)) return;
  context.report({
    code: 'UNKNOWN_PARAMETER',
    severity: 'warning',
    path: `${path}/name`,
    message: `The address of "${nameOf(call)}" has no parameter "${name}".`,
    hint:
      didYouMean(name, names) ??
      (names.length === 0 ? 'It has none.' : `It has ${listNames(names)}.`),
  });
}

function checkValue(
  call: MessageCall,
  parameter: Parameter,
  declared: readonly ChannelParameter[],
): void {
  const { name, value, path } = parameter;
  const values = declared.find((each) => each.name === name)?.enum;
  if (values === undefined || !isOfAddress(parameter)) return;
  const text = knownText(value);
  if (text === undefined || values.includes(text)) return;
  call.context.report(
    defined({
      code: 'INVALID_PARAMETER_VALUE' as const,
      severity: 'warning' as const,
      path: `${path}/value`,
      message: `The address of "${nameOf(call)}" does not accept this parameter "${name}": "${text}" is none of ${listNames(values)}.`,
      hint: didYouMean(text, values),
    }),
  );
}

/** The text of a value without expressions. */
function knownText(value: Json): string | undefined {
  if (typeof value === 'string') return value.includes('$') ? undefined : value;
  const isText = typeof value === 'number' || typeof value === 'boolean';
  return isText ? String(value) : undefined;
}

function checkGiven(call: MessageCall, name: string): void {
  const { step, parameters, context } = call;
  const given = [...parameters.own, ...parameters.inherited].filter(isOfAddress);
  if (given.some((each) => each.name === name)) return;
  context.report({
    code: 'MISSING_PARAMETER',
    severity: 'warning',
    path: step.path,
    message: `Step "${step.stepId}" does not give the address of "${nameOf(call)}" the parameter "${name}".`,
    hint: `Add { name: ${name}, in: channel, value: … } to the parameters.`,
  });
}

/** With several messages nobody knows which one is meant. */
function checkSent(call: MessageCall): void {
  const { step, use, context } = call;
  const schemas = use.messages.length === 1 ? messageSchemas(use) : undefined;
  const [schema] = schemas ?? [];
  if (schema === undefined || step.requestBody === undefined) return;
  const contentType =
    step.requestBody.contentType ?? use.contentType ?? 'application/json';
  const named = { context, step, name: nameOf(call) };
  checkPayload(named, step.requestBody, { contentType, schema: () => schema });
}
