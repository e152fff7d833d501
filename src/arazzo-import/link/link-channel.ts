import { didYouMean } from '../../diagnostics/index.ts';
import type { ChannelUse } from '../../asyncapi/index.ts';
import type { ChannelReference } from '../../services/message-service.ts';
import { checkMessage } from '../check/check-message.ts';
import { defined } from '../defined.ts';
import type { Step } from '../document.ts';
import type { MessageCallPlan, ParameterPlan, RequestBodyPlan } from '../plan.ts';
import type { AsyncApiSource } from '../sources/document-unit.ts';
import { checkTemplate } from './check-template.ts';
import { findSource } from './find-source.ts';
import type { WorkflowContext } from './link-workflow.ts';
import type { MergedParameters } from './link-parameters.ts';
import { listNames } from './list-names.ts';
import { parseOperationPath, parseWithoutUrl } from './operation-reference.ts';
import { namesNoUrl } from './unusual-operation-path.ts';

/** The channel or the operation of an AsyncAPI source that a step names. */
export interface NamedChannel {
  readonly source: AsyncApiSource;
  readonly operationId?: string;
  readonly channelPath?: string;
  readonly path: string;
}

/** Finds the source of a `channelPath` (B-STEP-02); reports why when there is none. */
export function nameChannel(
  context: WorkflowContext,
  text: string,
  path: string,
): NamedChannel | undefined {
  const reference = parseOperationPath(text) ?? withoutUrl(context, text, path);
  if (reference?.operationPath === undefined) {
    context.report({
      code: 'INVALID_VALUE',
      path,
      message: `The channelPath "${text}" does not name a source and a place in it.`,
      hint: "Write '{$sourceDescriptions.<name>.url}#/channels/orders'.",
    });
    return undefined;
  }
  const source = findSource(context, reference.source, path);
  if (source === undefined) return undefined;
  if (source.kind === 'asyncapi')
    return { source, channelPath: reference.operationPath, path };
  context.report({
    code: 'WRONG_SOURCE_TYPE',
    path,
    message: `The source "${reference.source}" is no AsyncAPI description; it has no channels.`,
    hint: 'Name a source whose type is "asyncapi".',
  });
  return undefined;
}

/** `$sourceDescriptions.events#/channels/orders` leaves out the `url`. */
function withoutUrl(
  { report }: WorkflowContext,
  text: string,
  path: string,
): ReturnType<typeof parseOperationPath> {
  const found = parseWithoutUrl(text);
  if (found?.isExpression !== true) return undefined;
  report({
    code: 'UNUSUAL_SOURCE_REFERENCE',
    severity: 'warning',
    path,
    message: namesNoUrl(text),
    hint: `Write '${found.right}'.`,
  });
  return parseOperationPath(found.right);
}

/** What a step sends or receives. Section 4.6.5 of Arazzo 1.1. */
export function linkChannel(
  context: WorkflowContext,
  named: NamedChannel,
  step: Step,
  request: {
    readonly parameters: readonly ParameterPlan[];
    readonly requestBody: RequestBodyPlan | undefined;
    /** The parameters as they are written. */
    readonly merged: MergedParameters;
  },
): MessageCallPlan | undefined {
  const { reference, use, isMissing } = findUse(context, named, step);
  const { correlationId, action = use?.action } = step;
  if (action === undefined) {
    // Of a channelPath it was reported when the step was read.
    if (!isMissing && step.channelPath === undefined) reportNoAction(context, step);
    return undefined;
  }
  if (use !== undefined)
    checkMessage({ context, step, use, action, parameters: request.merged });
  if (correlationId !== undefined)
    checkTemplate(context, correlationId, `${step.path}/correlationId`);
  return defined({
    kind: 'message' as const,
    action,
    channel: reference,
    parameters: [...addressDefaults(use, request.parameters), ...request.parameters],
    requestBody: withContentType(request.requestBody, use?.contentType),
    correlationId,
    correlationLocation: use?.correlationLocation,
  });
}

/** What the description knows of a channel; what it does not have is reported. */
function findUse(
  context: WorkflowContext,
  named: NamedChannel,
  { action }: Step,
): {
  readonly reference: ChannelReference;
  readonly use: ChannelUse | undefined;
  readonly isMissing: boolean;
} {
  const { source, operationId, channelPath, path } = named;
  const reference = defined({ source: source.key, operationId, channelPath });
  const { asyncapi } = source;
  if (asyncapi?.kind === 'unsupported') reportVersion(context, source, path);
  if (asyncapi?.kind !== 'asyncapi')
    return { reference, use: undefined, isMissing: false };
  const use = asyncapi.find(reference, action);
  if (use === undefined) reportUnknown(context, named);
  return { reference: use?.reference ?? reference, use, isMissing: use === undefined };
}

/** The values of address parameters that the description gives and the step does not. */
function addressDefaults(
  use: ChannelUse | undefined,
  given: readonly ParameterPlan[],
): readonly ParameterPlan[] {
  return (use?.channel?.parameters ?? []).flatMap(({ name, default: value }) =>
    value === undefined || given.some((parameter) => parameter.name === name)
      ? []
      : [{ name, in: 'path' as const, value }],
  );
}

/** A body that does not say what it is, is what the description says (A-BODY-02). */
function withContentType(
  body: RequestBodyPlan | undefined,
  contentType: string | undefined,
): RequestBodyPlan | undefined {
  if (body === undefined || body.contentType !== undefined) return body;
  return contentType === undefined ? body : { contentType, ...body };
}

function reportVersion(
  { report }: WorkflowContext,
  { asyncapi, description }: AsyncApiSource,
  path: string,
): void {
  report({
    code: 'UNSUPPORTED_ASYNCAPI_VERSION',
    severity: 'warning',
    path,
    message: `The source "${description.name}" is AsyncAPI ${asyncapi?.version ?? ''}; only version 3 is read.`,
    hint: 'Channels are taken as they are named; nothing could be checked against the description.',
  });
}

function reportUnknown(
  { report }: WorkflowContext,
  { source, operationId, channelPath, path }: NamedChannel,
): void {
  const index = source.asyncapi?.kind === 'asyncapi' ? source.asyncapi : undefined;
  const names =
    (operationId === undefined ? index?.channelPaths : index?.operationIds) ?? [];
  const wanted = operationId ?? channelPath ?? '';
  report({
    code: operationId === undefined ? 'UNKNOWN_CHANNEL' : 'UNKNOWN_OPERATION',
    path,
    message: `The source "${source.description.name}" has no ${operationId === undefined ? 'channel at' : 'operation'} "${wanted}".`,
    hint: didYouMean(wanted, names) ?? `It has ${listNames(names)}.`,
  });
}

function reportNoAction({ report }: WorkflowContext, { stepId, path }: Step): void {
  report({
    code: 'MISSING_FIELD',
    path,
    message: `Step "${stepId}" does not say whether it sends or receives.`,
    hint: 'Add action: send or action: receive.',
  });
}
