import { nearestName } from '../../../diagnostics/index.ts';
import type { Contradiction } from './contradiction.ts';
import { memberNames } from './member-names.ts';
import { listOf, memberSchemas, partsOf } from './schema-node.ts';
import type { SchemaNode } from './schema-node.ts';
import type { Sketch } from './sketch.ts';

/**
 * What is wrong with the names of an object's members.
 *
 * @param isWhole - the members of an alternative are among those of the whole, which come first
 */
export function nameProblems(
  sketch: Sketch,
  node: SchemaNode,
  isWhole: boolean,
): readonly Contradiction[] {
  if (sketch.kind !== 'object') return [];
  const absent = missingNames(sketch.members, node);
  const unknown = isWhole ? strayNames(sketch.members, node) : [];
  const [only] = absent;
  // One that is not known and one that is missing are one mistake.
  if (unknown.length === 1 && absent.length === 1 && only !== undefined)
    return unknown.map(({ name }) => strayMember(name, only));
  const taken = new Set(unknown.map(({ near }) => near));
  return [
    ...unknown.map(({ name, near }) => strayMember(name, near)),
    ...absent
      .filter((name) => !taken.has(name))
      .map((name) => ({
        keys: [],
        text: `the member "${name}" is missing`,
        hint: `Add "${name}".`,
      })),
  ];
}

function strayMember(name: string, near: string | undefined): Contradiction {
  return {
    keys: [name],
    text: `there is no member "${name}"`,
    ...(near === undefined ? {} : { hint: `Did you mean "${near}"?` }),
  };
}

type Given = Extract<Sketch, { kind: 'object' }>['members'];

/** What a server sets itself, or has a default for, need not be there. */
function missingNames(given: Given, node: SchemaNode): readonly string[] {
  const required = partsOf(node).flatMap((part) => listOf(part['required']));
  return [...new Set(required)].flatMap((name) => {
    if (typeof name !== 'string' || given.has(name)) return [];
    const facets = memberSchemas(node, name).flatMap((schema) =>
      partsOf({ schema, root: node.root }),
    );
    const isFilled = facets.some(
      (facet) => facet['readOnly'] === true || facet['default'] !== undefined,
    );
    return isFilled ? [] : [name];
  });
}

interface StrayName {
  readonly name: string;
  readonly near: string | undefined;
}

/** A name that the schema does not have is a mistake when it refuses others, or has one like it. */
function strayNames(given: Given, node: SchemaNode): readonly StrayName[] {
  const { names, openness } = memberNames(node);
  if (openness === 'open') return [];
  const free = [...names].filter((name) => !given.has(name));
  return [...given.keys()].flatMap((name) => {
    if (names.has(name)) return [];
    const near = nearestName(name, free);
    return openness === 'listed' && near === undefined ? [] : [{ name, near }];
  });
}
