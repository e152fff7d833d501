import type { Path } from '../../analysis/paths/path.ts';
import type { MachineSource } from '../../machines/machine-source.ts';
import type { SentRequest } from './path-result.ts';

/** Says what is wrong with a request that a path sends. */
export type RequestCheck = (request: SentRequest, path: Path) => readonly string[];

/** Creates the check of the requests of a workflow. */
export function createRequestCheck(_source: MachineSource): RequestCheck {
  return (request) => unresolvedExpressions(request);
}

/** An expression that is sent as it stands in the document. */
const expression =
  /\{?\$(?:inputs|outputs|steps|workflows|request|response|sourceDescriptions|components|message)\b[.#]|^\$(?:url|method|statusCode)$/u;

function unresolvedExpressions({ parameters, body }: SentRequest): readonly string[] {
  const found = [
    ...parameters.flatMap(({ name, in: place, value }) =>
      textsIn(value, `the ${place} parameter "${name}"`),
    ),
    ...textsIn(body, 'the body'),
  ];
  return found
    .filter(({ text }) => expression.test(text))
    .map(({ text, where }) => `The expression ${text} was sent as it is, in ${where}.`);
}

function textsIn(
  value: unknown,
  where: string,
): readonly { readonly text: string; readonly where: string }[] {
  if (typeof value === 'string') return [{ text: value, where }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, `${where}, member "${key}"`),
  );
}
