import { indexAsyncApi } from '../../asyncapi/index.ts';
import type { ParsedSource } from '../../openapi/index.ts';
import { defined } from '../defined.ts';
import { qualify } from './create-unit.ts';
import type { GrowingUnit } from './create-unit.ts';
import type { ArazzoSource, Source } from './document-unit.ts';
import { kindOf } from './kind-of.ts';
import { lookForSource } from './look-for-source.ts';
import type { Looked, SourceLoading } from './look-for-source.ts';
import { readOpenApi } from './read-openapi.ts';
import { resolveUri } from './resolve-uri.ts';
import type { Retrieved } from './retrieve.ts';
import { byLocation, mistyped, unreadable } from './source-problems.ts';
import { sourceUses } from './source-use.ts';
import { usedSources } from './used-sources.ts';

/** Creates the function that loads the sources of a document into its unit. */
export function createSourceLoader(
  loading: SourceLoading,
): (unit: GrowingUnit) => Promise<void> {
  return async (unit) => {
    const used = usedSources(unit.document);
    // Reading may take place at once; understanding goes by the order of the document.
    const looked = await Promise.all(
      sourceUses(unit.document).map((use) =>
        lookForSource(loading, unit, use, used.has(use.description.name)),
      ),
    );
    for (const each of looked) {
      const { name } = each.use.description;
      if (!unit.sources.has(name))
        unit.sources.set(name, await toSource(loading, unit, each));
    }
  };
}

async function toSource(
  loading: SourceLoading,
  unit: GrowingUnit,
  looked: Looked,
): Promise<Source> {
  const { use, key, known, found, error } = looked;
  const { description } = use;
  if (known !== undefined)
    return { kind: 'openapi', description, key, operations: known };
  if (error !== undefined) unit.report(unreadable(description, error));
  const source =
    found === undefined
      ? toItself(unit, looked)
      : await understand(loading, unit, { ...looked, found });
  if (source !== undefined) return source;
  const { type: kind = 'openapi' } = description;
  const isMissing = found !== undefined || error !== undefined;
  const operations =
    isMissing && kind === 'openapi' ? loading.options.fallback?.(use) : undefined;
  return defined({ kind, description, key, operations });
}

/** A document that is loaded already, such as the imported one. */
function toItself(referrer: GrowingUnit, looked: Looked): ArazzoSource | undefined {
  const { use, key, unit } = looked;
  if (unit === undefined) return undefined;
  reportLocation(referrer, looked, selfOf(unit));
  const { description } = use;
  return { kind: 'arazzo', description, key, uri: unit.location, unit };
}

type Found = Looked & { readonly found: Retrieved };

async function understand(
  loading: SourceLoading,
  referrer: GrowingUnit,
  looked: Found,
): Promise<Source | undefined> {
  const { use, key, found } = looked;
  const { description } = use;
  const { type } = description;
  if (type === 'arazzo') return openArazzo(loading, referrer, looked);
  const parsed = await found.parsed();
  const kind = kindOf(parsed.value);
  if (kind === undefined || kind !== (type ?? kind)) {
    referrer.report(misunderstood(looked, parsed, kind));
    return undefined;
  }
  if (kind === 'arazzo') return openArazzo(loading, referrer, looked);
  reportLocation(referrer, looked, found.self);
  const about = { description, key, uri: found.uri };
  if (kind === 'asyncapi')
    return defined({ ...about, kind, asyncapi: indexAsyncApi(parsed.value) } as const);
  const openapi = await readOpenApi(found, key, loading.retrieve);
  return defined({ ...about, kind, openapi, operations: openapi } as const);
}

function openArazzo(
  { index }: SourceLoading,
  referrer: GrowingUnit,
  looked: Found,
): ArazzoSource {
  const { use, key, found } = looked;
  const { description } = use;
  const unit = index.open(qualify(referrer, description.name), found);
  if (unit === undefined) referrer.report(mistyped(description, undefined));
  else reportLocation(referrer, looked, selfOf(unit));
  return defined({ kind: 'arazzo', description, key, uri: found.uri, unit } as const);
}

function misunderstood(
  { use: { description } }: Looked,
  { problem }: ParsedSource,
  kind: Source['kind'] | undefined,
): ReturnType<typeof mistyped> {
  return problem === undefined
    ? mistyped(description, kind)
    : unreadable(description, new Error(`${description.url} ${problem}.`));
}

function selfOf({ document, base }: GrowingUnit): string | undefined {
  return document.self === undefined ? undefined : base;
}

/** Other tools find a document only by what it calls itself (B-SELF-05, B-SELF-07). */
function reportLocation(
  { report, base }: GrowingUnit,
  { use: { description }, found, isGiven = false }: Looked,
  self: string | undefined,
): void {
  if (isGiven) return;
  if (found?.isBeside === true) report(byLocation(description, undefined));
  else if (self !== undefined && self !== resolveUri(description.url, base))
    report(byLocation(description, self));
}
