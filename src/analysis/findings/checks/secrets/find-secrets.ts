import type {
  ArazzoDocument,
  Parameter,
  PayloadReplacement,
  Reusable,
  Step,
  Workflow,
} from '../../../../arazzo-import/document.ts';
import { appendToken } from '../../../../arazzo-import/json-pointer.ts';
import type { Finding } from '../../view.ts';
import { toSecretFinding } from './secret-place.ts';
import type { SecretPlace } from './secret-place.ts';
import { secretsInParameter } from './secrets-in-parameter.ts';
import { secretsInSchema } from './secrets-in-schema.ts';
import { secretsInText, secretsInValue } from './secrets-in-value.ts';

/** Secrets that are written into the document. Their values are never shown. */
export function findSecrets(document: ArazzoDocument): readonly Finding[] {
  const { workflows, components, sourceDescriptions } = document;
  const found = [
    ...sourceDescriptions.flatMap(inUrl),
    ...parametersOf(document).flatMap((each) => secretsInParameter(each, components)),
    ...workflows.flatMap(({ inputs, steps, path }) => [
      ...secretsInSchema(inputs ?? true, `${path}/inputs`),
      ...steps.flatMap(inBody),
    ]),
    ...Object.entries(components.inputs).flatMap(([name, schema]) =>
      secretsInSchema(schema, appendToken(`${components.path}/inputs`, name), name),
    ),
  ];
  return found.map(toSecretFinding);
}

function inUrl({
  url,
  path,
}: ArazzoDocument['sourceDescriptions'][number]): SecretPlace[] {
  const hasPassword = /^[a-z][a-z\d+.-]*:\/\/[^/?#@:]*:[^/?#@]+@/iu.test(url);
  const hasKey = url.includes('?') && secretsInText(url).length > 0;
  return hasPassword || hasKey
    ? [{ what: 'the URL of a source', path: `${path}/url`, remedy: 'Leave it out' }]
    : [];
}

function parametersOf({
  workflows,
  components,
}: ArazzoDocument): readonly (Parameter | Reusable)[] {
  const { parameters, successActions, failureActions } = components;
  return [
    ...Object.values(parameters),
    ...Object.values(successActions).flatMap((each) => each.parameters),
    ...Object.values(failureActions).flatMap((each) => each.parameters),
    ...workflows.flatMap((workflow) => [
      ...workflow.parameters,
      ...inActions(workflow.successActions, workflow.failureActions),
      ...workflow.steps.flatMap((step) => [
        ...step.parameters,
        ...inActions(step.onSuccess, step.onFailure),
      ]),
    ]),
  ];
}

function inActions(
  ...lists: readonly Workflow['failureActions' | 'successActions'][]
): readonly (Parameter | Reusable)[] {
  return lists
    .flat()
    .flatMap((action) => (action.kind === 'reusable' ? [] : action.parameters));
}

function inBody({ requestBody }: Step): readonly SecretPlace[] {
  if (requestBody === undefined) return [];
  const { payload, path, replacements } = requestBody;
  return [
    ...secretsInValue(payload, `${path}/payload`),
    ...replacements.flatMap(inReplacement),
  ];
}

/** `/login/password`, or `$.login.password`. */
function inReplacement({
  target,
  value,
  path,
}: PayloadReplacement): readonly SecretPlace[] {
  const [name] = /[\w-]+$/u.exec(target) ?? [];
  return secretsInValue(value, `${path}/value`, name);
}
