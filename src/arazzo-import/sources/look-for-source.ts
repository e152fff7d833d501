import type { SourceOperations } from '../link/link-context.ts';
import { qualify } from './create-unit.ts';
import type { GrowingUnit } from './create-unit.ts';
import { resolveUri } from './resolve-uri.ts';
import type { Retrieve, Retrieved } from './retrieve.ts';
import type { SourceOptions } from './source-options.ts';
import type { SourceUse } from './source-use.ts';
import type { UnitIndex } from './unit-index.ts';

/** What loading the sources of a document needs. */
export interface SourceLoading {
  readonly first: GrowingUnit;
  readonly index: UnitIndex;
  readonly options: SourceOptions;
  readonly retrieve: Retrieve;
}

/** A source whose text is there, or is not, before anybody understands it. */
export interface Looked {
  readonly use: SourceUse;
  readonly key: string;
  /** The caller knows it by itself. */
  readonly known?: SourceOperations;
  /** It is a document that is loaded already. */
  readonly unit?: GrowingUnit;
  readonly found?: Retrieved;
  /** The caller said where it is. */
  readonly isGiven?: boolean;
  readonly error?: unknown;
}

/** Looks for a source of a document, and reads it where that is worth it. */
export async function lookForSource(
  loading: SourceLoading,
  unit: GrowingUnit,
  use: SourceUse,
  isUsed: boolean,
): Promise<Looked> {
  const { index, options } = loading;
  const { url, type } = use.description;
  const place = placeOf(loading, unit, use);
  const { key, given } = place;
  const mayBeApi = (type ?? 'openapi') === 'openapi' && given === undefined;
  const known = mayBeApi ? await options.known?.({ ...use, source: key }) : undefined;
  if (known !== undefined) return { use, key, known };
  const nobodyReads = options.read === undefined && options.documents === undefined;
  if (!isUsed || nobodyReads) return { use, key };
  if (given !== undefined)
    return retrieveSource(loading, use, { key, base: '', url: given, location: '' });
  const mayBeArazzo = type === undefined || type === 'arazzo';
  const itself = mayBeArazzo ? index.find(place.target) : undefined;
  if (itself !== undefined) return { use, key, unit: itself };
  const { base, location } = unit;
  return retrieveSource(loading, use, { key, url, base, location });
}

async function retrieveSource(
  { retrieve }: SourceLoading,
  use: SourceUse,
  at: { key: string; url: string; base: string; location: string },
): Promise<Looked> {
  const { key, ...reference } = at;
  try {
    const found = await retrieve({ ...reference, source: key });
    return { use, key, found, isGiven: at.base === '' };
  } catch (error) {
    return { use, key, error };
  }
}

interface SourcePlace {
  readonly key: string;
  readonly target: string;
  /** Where it is according to the caller. */
  readonly given: string | undefined;
}

function placeOf(
  { first, options: { sources = {} } }: SourceLoading,
  unit: GrowingUnit,
  { description: { name, url } }: SourceUse,
): SourcePlace {
  const target = resolveUri(url, unit.base);
  const qualified = qualify(unit, name);
  const isItsOwn = unit === first || Object.hasOwn(sources, qualified);
  const key = isItsOwn ? qualified : (nameIn(first, target) ?? qualified);
  return { key, target, given: Object.hasOwn(sources, key) ? sources[key] : undefined };
}

/** What the imported document calls a source of another one. */
function nameIn({ document, base }: GrowingUnit, target: string): string | undefined {
  return document.sourceDescriptions.find(({ url }) => resolveUri(url, base) === target)
    ?.name;
}
