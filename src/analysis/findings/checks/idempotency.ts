import { memberNames } from '../../../arazzo-import/check/schema/member-names.ts';
import { rootNode } from '../../../arazzo-import/check/schema/schema-node.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import type { Finding, StepView, WorkflowView } from '../view.ts';

/** Operations that create something and may be called again, without the token that their API takes for it. */
export function findMissingTokens(view: WorkflowView): readonly Finding[] {
  const { components } = view;
  return view.steps.flatMap((step) => {
    const isRepeated =
      (components.get(step.key)?.size ?? 0) > 1 ||
      [...step.onSuccess, ...step.onFailure].some(
        ({ action }) => action.type === 'retry',
      );
    return isRepeated ? findMissingToken(step) : [];
  });
}

function findMissingToken(view: StepView): readonly Finding[] {
  const { api, step, plan } = view;
  const { described } = api;
  if (described?.method.toUpperCase() !== 'POST' || plan.call.kind !== 'operation')
    return [];
  const { parameters, requestBody } = plan.call;
  const given = new Set(parameters.map(({ name }) => name.toLowerCase()));
  const declared = described.parameters.find(({ name }) => isToken(name));
  if (declared !== undefined && !given.has(declared.name.toLowerCase()))
    return [
      toFinding(view, {
        name: declared.name,
        title: `the ${declared.in} parameter "${declared.name}"`,
        isHeader: declared.in === 'header',
      }),
    ];
  const payload = requestBody?.payload;
  if (declared !== undefined || !isObject(payload) || api.input === undefined) return [];
  const member = [...memberNames(rootNode(api.input)).names].find(isToken);
  return member === undefined ||
    Object.hasOwn(payload, member) ||
    step.requestBody === undefined
    ? []
    : [
        toFinding(view, {
          name: member,
          title: `"${member}" in its body`,
          isHeader: false,
        }),
      ];
}

function isToken(name: string): boolean {
  return /^(?:x-)?(?:idempotency[-_]?(?:key|token)|client[-_]?(?:request[-_]?)?token)$/iu.test(
    name,
  );
}

/** What this library sends by itself when nobody gives it. */
function isSentAnyway(name: string): boolean {
  return /^(?:x-)?idempotency-?(?:key|token)$/iu.test(name);
}

interface Token {
  readonly name: string;
  /** `the header parameter "…"`. */
  readonly title: string;
  readonly isHeader: boolean;
}

function toFinding({ step, api }: StepView, { name, title, isHeader }: Token): Finding {
  const isSent = isHeader && isSentAnyway(name);
  return {
    code: 'MISSING_IDEMPOTENCY_TOKEN',
    severity: isSent ? 'info' : 'warning',
    path: step.path,
    message: `Step "${step.stepId}" may call "${api.name}" more than once, and does not give it ${title}, which keeps it from doing the same twice.`,
    hint: isSent
      ? 'This library sends one that is the same for each repetition; others may send none.'
      : 'Give it a value that is the same for each repetition, such as an input.',
  };
}
