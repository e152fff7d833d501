import { findContradictions } from '../../../arazzo-import/check/schema/find-contradictions.ts';
import {
  partsOf,
  listOf,
  rootNode,
} from '../../../arazzo-import/check/schema/schema-node.ts';
import { sketchTemplate } from '../../../arazzo-import/check/schema/sketch.ts';
import type { Sketch } from '../../../arazzo-import/check/schema/sketch.ts';
import type { OperationCallPlan } from '../../../arazzo-import/plan.ts';
import { appendToken } from '../../../arazzo-import/json-pointer.ts';
import { parseTemplate } from '../../../expressions/index.ts';
import type { JsonSchema } from '../../../openapi/index.ts';
import type { Finding, StepView, WorkflowView } from '../view.ts';

/**
 * Compares what is given to operations that only their client describes with what it takes: in the
 * payload and in parameters, wherever they are written.
 */
export function findPayloads({ steps }: WorkflowView): readonly Finding[] {
  return steps.flatMap((view) => {
    const { api, plan } = view;
    const { input, described } = api;
    return input === undefined ||
      described !== undefined ||
      plan.call.kind !== 'operation'
      ? []
      : comparePayload(view, plan.call, input);
  });
}

function comparePayload(
  { step, api }: StepView,
  call: OperationCallPlan,
  input: JsonSchema,
): readonly Finding[] {
  const payload = sketchPayload(call);
  if (payload === undefined) return [];
  const path =
    step.requestBody === undefined ? step.path : `${step.requestBody.path}/payload`;
  return contradictions(withParameters(payload, call, input), input)
    .filter(({ keys }) => step.requestBody !== undefined || keys.length === 0)
    .map(({ keys, text, hint }) => ({
      code: 'INVALID_PAYLOAD',
      severity: 'warning',
      path: keys.reduce<string>(appendToken, path),
      message: `"${api.name}" does not accept what step "${step.stepId}" gives it: ${text}.`,
      ...(hint === undefined ? {} : { hint }),
    }));
}

/** Clients make numbers and dates of texts, but nothing of lists and objects. */
function contradictions(
  sketch: Sketch,
  input: JsonSchema,
): ReturnType<typeof findContradictions> {
  const node = rootNode(input);
  return [
    ...findContradictions(sketch, node, { asText: true }),
    ...findContradictions(sketch, node, { asText: false }).filter(({ text }) =>
      /^an (?:array|object) is not/u.test(text),
    ),
  ];
}

type ObjectSketch = Extract<Sketch, { kind: 'object' }>;

/** Replacements may bring anything. */
function sketchPayload({ requestBody }: OperationCallPlan): ObjectSketch | undefined {
  if ((requestBody?.replacements ?? []).length > 0) return undefined;
  if (requestBody?.payload === undefined) return { kind: 'object', members: new Map() };
  const sketch = sketchTemplate(parseTemplate(requestBody.payload).template);
  return sketch.kind === 'object' ? sketch : undefined;
}

/** Parameters fill members of the same name; headers of HTTP and of AWS are none. */
function withParameters(
  { members }: ObjectSketch,
  { parameters }: OperationCallPlan,
  input: JsonSchema,
): ObjectSketch {
  const known = new Set(
    partsOf(rootNode(input)).flatMap(({ properties, required }) => [
      ...Object.keys(properties ?? {}),
      ...listOf(required).map(String),
    ]),
  );
  const given = parameters.flatMap(({ name, value }) => {
    const member = [...known].find((each) => each.toLowerCase() === name.toLowerCase());
    return member === undefined
      ? []
      : [[member, sketchTemplate(parseTemplate(value).template)] as const];
  });
  return { kind: 'object', members: new Map([...given, ...members]) };
}
