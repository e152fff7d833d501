import type { Path } from '../../analysis/paths/path.ts';
import type { MachineSource } from '../../machines/machine-source.ts';
import type { ScriptedRequest } from './script.ts';
import { schemaProblems } from './schema-problems.ts';
import { leavesOf } from './leaves-of.ts';

/** Says what is wrong with a request that a path sends. */
export type RequestCheck = (request: ScriptedRequest, path: Path) => readonly string[];

/**
 * Creates the check of the requests of a workflow: no expression is sent as it stands in the document, no
 * null for what is not there, and what is known of the operation's schemas is kept.
 */
export function createRequestCheck(source: MachineSource): RequestCheck {
  return (scripted, path) => {
    if (scripted.kind === 'workflow') return [];
    const sent =
      scripted.kind === 'operation'
        ? [
            ...named(scripted.request.parameters),
            ['the body', scripted.request.requestBody?.payload] as const,
          ]
        : 'message' in scripted.request
          ? [['the message', scripted.request.message] as const]
          : [];
    const known = valuesOf(path);
    return [
      ...sent.flatMap(([where, value]) => unresolved(where, value, known)),
      ...(scripted.kind === 'operation'
        ? schemaProblems(source, scripted.request, { path, known })
        : []),
    ];
  };
}

function named(
  parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly value: unknown;
  }[],
): readonly (readonly [string, unknown])[] {
  return parameters.map(({ name, in: place, value }) => [
    `the ${place} parameter "${name}"`,
    value,
  ]);
}

/** An expression that is sent as it stands in the document. */
const expression =
  /\{?\$(?:inputs|outputs|steps|workflows|request|response|sourceDescriptions|components|message)\b[.#]|^\$(?:url|method|statusCode)$/u;

function unresolved(
  where: string,
  value: unknown,
  known: ReadonlySet<unknown>,
): readonly string[] {
  return leavesOf(value).flatMap(({ keys, leaf }) => {
    const place = keys.length === 0 ? where : `${where}, at ${keys.join('.')}`;
    if (typeof leaf === 'string' && expression.test(leaf) && !known.has(leaf))
      return [`The expression ${leaf} was sent as it is, in ${place}.`];
    return [];
  });
}

/** Every value that was given to the run: inputs, and what was answered. */
function valuesOf({ inputs, events }: Path): ReadonlySet<unknown> {
  const replies = events.map((event) => (event.type === 'call' ? event : undefined));
  return new Set([
    ...leavesOf(inputs.values).map(({ leaf }) => leaf),
    ...leavesOf(replies).map(({ leaf }) => leaf),
  ]);
}
