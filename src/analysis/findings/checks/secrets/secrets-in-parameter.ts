import type {
  Components,
  Parameter,
  Reusable,
} from '../../../../arazzo-import/document.ts';
import { isSecret } from './is-secret.ts';
import { namesSecret } from './secret-name.ts';
import type { SecretPlace } from './secret-place.ts';
import { secretsInValue } from './secrets-in-value.ts';

/** Secrets in the value of a parameter, or in the one that replaces that of a component. */
export function secretsInParameter(
  parameter: Parameter | Reusable,
  components: Components,
): readonly SecretPlace[] {
  const { value, path } = parameter;
  const meant =
    parameter.kind === 'parameter' ? parameter : meantBy(parameter, components);
  const place = `${path}/value`;
  if (meant === undefined) return secretsInValue(value, place);
  const what = `the parameter "${meant.name}"`;
  if (isCookie(meant) && typeof value === 'string')
    return holdsSession(value) ? [{ what, path: place }] : [];
  return namesSecret(meant.name) && isSecret(value, meant.name)
    ? [{ what, path: place }]
    : secretsInValue(value, place);
}

function meantBy(
  { reference }: Reusable,
  { parameters }: Components,
): Parameter | undefined {
  const name = reference.replace('$components.parameters.', '');
  return Object.hasOwn(parameters, name) ? parameters[name] : undefined;
}

function isCookie({ name, in: place }: Parameter): boolean {
  const isHeader = place === 'header' && name.toLowerCase() === 'cookie';
  return isHeader || (place === 'cookie' && /sess|^sid$|auth|token|jwt/iu.test(name));
}

/** `session=…; theme=dark`: whoever has it is logged in. */
function holdsSession(value: string): boolean {
  return value
    .split(';')
    .some((pair) => isSecret(pair.slice(pair.indexOf('=') + 1).trim(), 'cookie'));
}
