import type { Diagnostic } from '../../diagnostics/index.ts';
import { parseDocument } from '../parse/parse-document.ts';
import { createUnit } from './create-unit.ts';
import type { GrowingUnit } from './create-unit.ts';
import type { Retrieved } from './retrieve.ts';

/** The documents of an import, by everything that they are called. */
export interface UnitIndex {
  /** All but the imported one, in the order in which they were found. */
  readonly others: readonly GrowingUnit[];
  /** What is wrong with documents that could not be understood. */
  readonly broken: readonly Diagnostic[];
  readonly find: (uri: string) => GrowingUnit | undefined;
  /** The unit of a text, the same for the same document; `undefined` when it is unusable. */
  readonly open: (name: string, found: Retrieved) => GrowingUnit | undefined;
}

/** More documents that lead to each other are no accident. */
const most = 200;

/** Creates the index of an import's documents. */
export function createUnitIndex(first: GrowingUnit): UnitIndex {
  const others: GrowingUnit[] = [];
  const broken: Diagnostic[] = [];
  const byUri = new Map<string, GrowingUnit | undefined>([
    [first.location, first],
    [first.base, first],
  ]);
  const read = (name: string, { uri: location, name: uri, text }: Retrieved) => {
    const parsed = parseDocument(text, uri);
    const { document } = parsed;
    if (document !== undefined && others.length < most)
      return createUnit({ name, uri, location, text }, { ...parsed, document });
    broken.push(...parsed.diagnostics);
    return undefined;
  };
  return {
    others,
    broken,
    find: (uri) => byUri.get(uri),
    open: (name, found) => {
      if (byUri.has(found.uri)) return byUri.get(found.uri);
      const created = read(name, found);
      const unit = (created && byUri.get(created.base)) ?? created;
      byUri.set(found.uri, unit);
      if (created === undefined || unit !== created) return unit;
      byUri.set(created.base, created);
      others.push(created);
      return created;
    },
  };
}
