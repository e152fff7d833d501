import type { NormalizedSchema } from '@smithy/core/schema';

import type { Json } from '../../../expressions/index.ts';

/** The structures that a JSON Schema refers to; they may contain themselves. */
export interface Definitions {
  /** The name under which a structure is found. */
  nameOf(structure: NormalizedSchema): string;
  /** All of them by name, those that come up while converting among them. */
  convertAll(
    convert: (structure: NormalizedSchema) => Json,
  ): Readonly<Record<string, Json>>;
}

/** An empty list of structures. */
export function createDefinitions(): Definitions {
  const names = new Map<unknown, string>();
  const taken = new Set<string>();
  const queue: { readonly name: string; readonly structure: NormalizedSchema }[] = [];
  return {
    nameOf(structure) {
      const key = structure.getSchema();
      const known = names.get(key);
      if (known !== undefined) return known;
      const name = freeName(structure.getName() ?? 'structure', taken);
      names.set(key, name);
      taken.add(name);
      queue.push({ name, structure });
      return name;
    },
    convertAll(convert) {
      const converted = new Map<string, Json>();
      // It grows while it is read.
      for (const { name, structure } of queue) converted.set(name, convert(structure));
      return Object.fromEntries(converted);
    },
  };
}

function freeName(plain: string, taken: ReadonlySet<string>): string {
  let name = plain;
  for (let count = 2; taken.has(name); count++) name = `${plain}_${count}`;
  return name;
}
