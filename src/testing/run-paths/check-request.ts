import type { Path } from '../../analysis/paths/path.ts';
import type { MachineSource } from '../../machines/machine-source.ts';
import type { ScriptedRequest } from './script.ts';
import { schemaProblems } from './schema-problems.ts';
import { leavesOf } from './leaves-of.ts';

/** Says what is wrong with a request. */
export type RequestCheck = (request: ScriptedRequest) => readonly string[];

/**
 * Creates the check of the requests of a workflow: no expression is sent as it stands in the document, no
 * null for what is not there, and what is known of the operation's schemas is kept.
 */
export function createRequestCheck(source: MachineSource): (path: Path) => RequestCheck {
  const allowsNull = /:null\b|[[,]null\b/u.test(
    JSON.stringify(source.environment.definition.config),
  );
  return (path) => {
    let known: ReadonlySet<unknown> | undefined;
    const isKnown = (value: unknown): boolean => (known ??= valuesOf(path)).has(value);
    return (scripted) => checkRequest(scripted, { source, path, isKnown, allowsNull });
  };
}

/** The path that sends a request. */
export interface Sender {
  readonly source: MachineSource;
  readonly path: Path;
  /** Whether a value was given to the run, and not made by its document. */
  readonly isKnown: (value: unknown) => boolean;
  /** The document itself has nulls. */
  readonly allowsNull: boolean;
}

function checkRequest(scripted: ScriptedRequest, sender: Sender): readonly string[] {
  if (scripted.kind === 'workflow') return [];
  if (scripted.kind === 'message')
    return 'message' in scripted.request
      ? valueProblems('the message', scripted.request.message, sender)
      : [];
  const { request } = scripted;
  return [
    ...request.parameters.flatMap(({ name, in: place, value }) =>
      valueProblems(`the ${place} parameter "${name}"`, value, sender),
    ),
    ...valueProblems('the body', request.requestBody?.payload, sender),
    ...schemaProblems(request, sender),
  ];
}

/** An expression that is sent as it stands in the document. */
const expression =
  /\{?\$(?:inputs|outputs|steps|workflows|request|response|sourceDescriptions|components|message)\b[.#]|^\$(?:url|method|statusCode)$/u;

/** The expression alone, where it stands in a longer text. */
function expressionIn(text: string): string {
  return (
    /\$(?:inputs|outputs|steps|workflows|request|response|sourceDescriptions|components|message)[\w.#/~[\]-]*/u.exec(
      text,
    )?.[0] ?? text
  );
}

/** Text that was not evaluated, and nulls that nobody wrote. */
function valueProblems(
  where: string,
  value: unknown,
  { isKnown, allowsNull }: Sender,
): readonly string[] {
  return leavesOf(value).flatMap(({ keys, leaf }) => {
    const place = keys.length === 0 ? where : `${where}, at ${keys.join('.')}`;
    if (typeof leaf === 'string' && expression.test(leaf) && !isKnown(leaf))
      return [`The expression ${expressionIn(leaf)} was sent as it is, in ${place}.`];
    // A list keeps the places of what is not there.
    const isItem = /^\d+$/u.test(keys.at(-1) ?? '');
    if (leaf === null && !isItem && !allowsNull && !isKnown(null))
      return [`A null was sent that nobody has written, in ${place}.`];
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
