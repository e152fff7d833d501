import type {
  ArazzoDocument,
  Json,
  Parameter,
  Reusable,
} from '../../../arazzo-import/document.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import { appendToken } from '../../../arazzo-import/json-pointer.ts';
import type { Finding } from '../view.ts';

/** Secrets that are written into the document. Their values are never shown. */
export function findSecrets(document: ArazzoDocument): readonly Finding[] {
  const { workflows, components, sourceDescriptions } = document;
  const parameters = [
    ...Object.values(components.parameters),
    ...workflows.flatMap((workflow) => [
      ...workflow.parameters,
      ...workflow.steps.flatMap((step) => step.parameters),
    ]),
  ];
  return [
    ...sourceDescriptions.flatMap(({ url, path }) =>
      hasPassword(url) ? [toFinding('the URL of a source', `${path}/url`)] : [],
    ),
    ...parameters.flatMap(inParameter),
    ...workflows.flatMap(({ inputs, steps, path }) => [
      ...inSchema(inputs ?? true, `${path}/inputs`, ''),
      ...steps.flatMap(({ requestBody }) =>
        requestBody === undefined
          ? []
          : inValue(requestBody.payload, `${requestBody.path}/payload`, ''),
      ),
    ]),
    ...Object.entries(components.inputs).flatMap(([name, schema]) =>
      inSchema(schema, appendToken(`${components.path}/inputs`, name), name),
    ),
  ];
}

function hasPassword(url: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\/[^/?#@:]*:[^/?#@]+@/iu.test(url);
}

function inParameter(parameter: Parameter | Reusable): readonly Finding[] {
  if (parameter.kind === 'reusable') return [];
  const { name, value, path } = parameter;
  const isCredential = name.toLowerCase() === 'authorization' || isSecretName(name);
  return isCredential && isSecret(value, name)
    ? [toFinding(`the parameter "${name}"`, `${path}/value`)]
    : inValue(value, `${path}/value`, '');
}

function inValue(
  value: Json | undefined,
  path: string,
  name: string,
): readonly Finding[] {
  if (Array.isArray(value))
    return value.flatMap((item: Json, index) =>
      inValue(item, appendToken(path, index), name),
    );
  if (isObject(value))
    return Object.entries(value).flatMap(([key, member]) =>
      inValue(member, appendToken(path, key), key),
    );
  return isSecretName(name) && isSecret(value, name)
    ? [toFinding(`"${name}"`, path)]
    : [];
}

/** Defaults and examples of inputs that bear the name of a secret. */
function inSchema(schema: Json, path: string, name: string): readonly Finding[] {
  if (!isObject(schema)) return [];
  const { properties } = schema;
  const isPassword = schema['format'] === 'password' || isSecretName(name);
  const own = isPassword
    ? (['default', 'const', 'example', 'examples'] as const).flatMap((field) => {
        const values = [schema[field] ?? []].flat();
        return values.some((value) => isSecret(value, name))
          ? [
              toFinding(
                `the ${field === 'examples' ? 'example' : field} of the input "${name}"`,
                `${path}/${field}`,
              ),
            ]
          : [];
      })
    : [];
  const members = isObject(properties)
    ? Object.entries(properties).flatMap(([key, member]) =>
        inSchema(member, appendToken(`${path}/properties`, key), key),
      )
    : [];
  return [...own, ...members];
}

const secretName =
  /^(?:authorization|proxy-authorization|cookie|(?:x-)?(?:api|app|access|auth|private|secret|subscription)[-_]?key|.*[-_]?api[-_]?key|(?:.*[-_]?)?(?:pass(?:word|wd|phrase)|secret)|(?:.*[-_]?)?client[-_]?secret|(?:x-)?(?:access|auth|bearer|refresh|id|session|api|security|jwt)[-_]?token|token|.*secret[-_]?access[-_]?key)$/iu;

function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** What stands for a value that somebody is to fill in. */
const placeholders: readonly RegExp[] = [
  /^[<[({].*[>\])}]$|^\$|\{\$|\{\{|\$\{|%[A-Z_]+%/u,
  /^(.)\1*$|x{3,}|\*{3,}|\.{3}|abc-?123|12345/iu,
  /change[-_ ]?me|your|my[-_ ]|example|sample|dummy|fake|mock|test|demo|wrong|invalid/iu,
  /placeholder|replace|todo|redacted|insert|here/iu,
  /^(?:string|none|null|secret|token|password|passw0rd|api[-_ ]?key|key|value|abc|foo|bar)[-_\d!]*$/iu,
];

function isSecret(value: Json | undefined, name: string): boolean {
  if (typeof value !== 'string') return false;
  const text = withoutScheme(value.trim());
  if (/\s/u.test(text) || placeholders.some((pattern) => pattern.test(text)))
    return false;
  if (wellKnown.test(text)) return true;
  if (/pass(?:word|wd|phrase)$/iu.test(name)) return text.length >= 6;
  return text.length >= 16 && /\d/u.test(text) && /[a-z]/iu.test(text);
}

/** `Basic dXNlcjpwYXNz` is `user:pass` to everybody. */
function withoutScheme(value: string): string {
  const [, scheme = '', text = value] =
    /^(bearer|basic|token|apikey)\s+(.+)$/isu.exec(value) ?? [];
  if (scheme.toLowerCase() !== 'basic') return text;
  try {
    return atob(text);
  } catch {
    return text;
  }
}

/** Keys that say themselves what they are. */
const wellKnown =
  /^(?:AKIA[\dA-Z]{16}|gh[pousr]_\w{30,}|sk_live_\w+|xox[abp]-[\w-]+|eyJ[\w-]{10,}\.[\w-]+\.[\w-]*|-----BEGIN )/u;

function toFinding(what: string, path: string): Finding {
  return {
    code: 'SECRET_IN_DOCUMENT',
    severity: 'warning',
    path,
    message: `A secret seems to stand in ${what}.`,
    hint: 'Make it an input ("$inputs.…") with "format: password", and change the secret if the document was shared.',
  };
}
