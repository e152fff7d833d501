import { listOf, rootNode } from '../../arazzo-import/check/schema/schema-node.ts';
import { parsePointer } from '../../expressions/index.ts';
import type { CriterionProgram, Key } from '../../expressions/index.ts';
import type { JsonSchema } from '../../openapi/index.ts';
import type { OperationKnowledge, StatusKnowledge } from '../../services/service.ts';
import { allParts, schemasAt } from './sample/schema-at.ts';
import type { OwnOutputs } from './statuses/body-keys.ts';
import { mentionsOf } from './statuses/mentions-of.ts';
import type { StatusMention } from './statuses/status-mention.ts';

/** The status that a step looks at, with all its values. */
export interface EnumeratedStatuses {
  /** The keys that lead to it from the body of the answer; of a list its first item. */
  readonly keys: readonly Key[];
  /** Values that a criterion of the step names. */
  readonly named: readonly string[];
  /** Values that none names. */
  readonly unnamed: readonly UnnamedStatus[];
  /** A criterion asks for everything but a value, so that also values are meant that it does not name. */
  readonly hasOtherwise: boolean;
}

/** A value of a status that no criterion names. */
export interface UnnamedStatus {
  readonly value: string;
  /** Who knows that there is such a value. */
  readonly source: 'schema' | 'service';
  /** What it means, when the service knows. */
  readonly meaning?: 'pending' | 'succeeded' | 'failed';
}

/** What is known about the answers of a step. */
export interface StatusQuestion {
  /** The criteria of the step: those of success and those of its actions. */
  readonly programs: readonly CriterionProgram[];
  /** Of the body of a good answer. */
  readonly schema?: JsonSchema | undefined;
  readonly knowledge?: OperationKnowledge | undefined;
  /** The outputs of the step, because criteria may look at the answer through them. */
  readonly own?: OwnOutputs | undefined;
  /** Whether the step goes to itself: what its service calls a status matters then in any case. */
  readonly polls?: boolean | undefined;
}

/** The status that criteria ask for and that has a list of values; `undefined` when there is none. */
export function enumeratedStatuses(
  question: StatusQuestion,
): EnumeratedStatuses | undefined {
  const mentions = question.programs.flatMap((program) =>
    mentionsOf(program, question.own),
  );
  const places = [...groupByPlace(mentions).values(), ...polledPlace(question)];
  const found = places.flatMap((place) => statusAt(place, question) ?? []);
  return found.toSorted((left, right) => right.named.length - left.named.length)[0];
}

interface Place {
  readonly keys: readonly Key[];
  readonly mentions: readonly StatusMention[];
}

function groupByPlace(mentions: readonly StatusMention[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const mention of mentions) {
    const name = JSON.stringify(mention.keys);
    const before = places.get(name)?.mentions ?? [];
    places.set(name, { keys: mention.keys, mentions: [...before, mention] });
  }
  return places;
}

function polledPlace({ knowledge, polls }: StatusQuestion): readonly Place[] {
  if (knowledge?.status === undefined || polls !== true) return [];
  return [{ keys: keysOf(knowledge.status), mentions: [] }];
}

function statusAt(
  { keys, mentions }: Place,
  { schema, knowledge }: StatusQuestion,
): EnumeratedStatuses | undefined {
  const values = new Map<string, UnnamedStatus>();
  for (const value of schemaValues(schema, keys))
    values.set(value, { value, source: 'schema' });
  for (const known of serviceValues(knowledge?.status, keys)) {
    const source = values.get(known.value)?.source ?? 'service';
    values.set(known.value, { ...known, source });
  }
  if (values.size === 0) return undefined;
  const isNamed = (value: string): boolean => mentions.some(({ names }) => names(value));
  return {
    keys,
    named: [...values.keys()].filter(isNamed),
    unnamed: [...values.values()].filter(({ value }) => !isNamed(value)),
    hasOtherwise: mentions.some(({ isNegated }) => isNegated),
  };
}

/** The texts of the `enum` and `const` that stand there. */
function schemaValues(
  schema: JsonSchema | undefined,
  keys: readonly Key[],
): readonly string[] {
  if (schema === undefined) return [];
  const root = rootNode(schema);
  const found = schemasAt(root, keys);
  // `$[?@.status == 'x']` is asked of a list or of an object.
  const nodes = found.length > 0 ? found : schemasAt(root, [0, ...keys]);
  return nodes
    .flatMap(allParts)
    .flatMap((part) => [...listOf(part['enum']), part['const']])
    .filter((value) => typeof value === 'string');
}

function serviceValues(
  status: StatusKnowledge | undefined,
  keys: readonly Key[],
): readonly Required<Pick<UnnamedStatus, 'value' | 'meaning'>>[] {
  if (status === undefined || keysOf(status).join('\0') !== keys.join('\0')) return [];
  const meanings = ['pending', 'succeeded', 'failed'] as const;
  return meanings.flatMap((meaning) =>
    status[meaning].map((value) => ({ value, meaning })),
  );
}

function keysOf({ pointer }: StatusKnowledge): readonly string[] {
  const keys = parsePointer(pointer);
  return keys.ok ? keys.value : [];
}
