import type {
  DocumentUnit,
  ImportedDocument,
  ImportedWorkflow,
  Source,
} from '../../../arazzo-import/index.ts';
import { sourceUses } from '../../../arazzo-import/sources/source-use.ts';
import type { Diagnostic } from '../../../diagnostics/index.ts';
import { recogniseHealthLake } from '../../../services/healthlake/recognise-health-lake.ts';
import { assertSourceNames, sourceNames } from '../../source-names.ts';
import type { AwsBinding } from './aws-binding.ts';
import { calledSources } from './called-sources.ts';
import type { CalledSource } from './called-sources.ts';
import { readHttpArguments } from './http-arguments.ts';
import type { HttpArguments } from './http-arguments.ts';
import { findHttpPlace } from './http-place.ts';
import type { HttpPlan } from './http-place.ts';
import type { TargetArguments } from './target-arguments.ts';
import { unsupportedService } from './unsupported-service.ts';

/** Who performs the operations of a source. */
export type TargetPlan =
  | {
      readonly kind: 'aws';
      readonly key: string;
      readonly binding: AwsBinding;
      readonly endpoint?: string;
    }
  | { readonly kind: 'healthlake'; readonly key: string; readonly endpoint?: string }
  | { readonly kind: 'http'; readonly key: string; readonly http: HttpPlan };

/** A source of an import, in the document that describes it. */
export interface PlacedSource {
  readonly unit: DocumentUnit;
  readonly source: Source;
}

/** Who performs each source that a workflow calls, or a diagnostic for each that nobody here can call. */
export function planTargets(
  imported: ImportedDocument,
  { config }: ImportedWorkflow,
  given: TargetArguments,
  bindings: ReadonlyMap<string, AwsBinding>,
):
  | { readonly targets: readonly TargetPlan[] }
  | { readonly diagnostics: readonly Diagnostic[] } {
  const called = calledSources(config);
  const names = [...new Set([...sourceNames(imported), ...called.map(({ key }) => key)])];
  const http = readHttpArguments(given, { called, names });
  assertSourceNames([...bindings.keys()], 'aws', imported);
  const plans = called.map((each) =>
    planTarget(each, {
      placed: findSource(imported, each.key),
      http: http.get(each.key),
      binding: bindings.get(each.key),
    }),
  );
  const diagnostics = plans.filter((plan) => 'code' in plan);
  return diagnostics.length > 0
    ? {
        diagnostics: diagnostics.flatMap((each) => [...reasonsFor(each, imported), each]),
      }
    : { targets: plans.filter((plan) => 'kind' in plan) };
}

/** Why the description of a source that nobody can call is not there. */
function reasonsFor(
  { path, range }: Diagnostic,
  { diagnostics }: ImportedDocument,
): readonly Diagnostic[] {
  return diagnostics.filter(
    (each) =>
      each.code === 'UNREADABLE_SOURCE' &&
      each.path === `${path}/url` &&
      each.range.uri === range.uri,
  );
}

/** The source that a key names, best with its description. */
export function findSource(
  { units }: ImportedDocument,
  key: string,
): PlacedSource | undefined {
  const all = units.flatMap((unit) =>
    [...unit.sources.values()].map((source) => ({ unit, source })),
  );
  const found = all.filter(({ source }) => source.key === key);
  return found.find(({ source }) => source.uri !== undefined) ?? found[0];
}

function planTarget(
  called: CalledSource,
  {
    placed,
    http = { serverVariables: {}, operations: {} },
    binding,
  }: {
    readonly placed: PlacedSource | undefined;
    readonly http: HttpArguments | undefined;
    readonly binding: AwsBinding | undefined;
  },
): TargetPlan | Diagnostic {
  const { key } = called;
  const endpoint = http.server === undefined ? {} : { endpoint: http.server };
  if (binding !== undefined) return { kind: 'aws', key, binding, ...endpoint };
  if (called.hasChannels || placed?.source.kind === 'asyncapi')
    return unsupportedService(called, placed, { missing: 'broker' });
  if (isHealthLake(placed) && Object.keys(http.operations).length === 0)
    return { kind: 'healthlake', key, ...endpoint };
  const source = placed?.source.kind === 'openapi' ? placed.source : undefined;
  const plan: HttpPlan = { ...http, called, source };
  const place = findHttpPlace(plan);
  return 'missing' in place
    ? unsupportedService(called, placed, place)
    : { kind: 'http', key, http: plan };
}

/** Whether a source is Amazon HealthLake. */
export function isHealthLake(placed: PlacedSource | undefined): boolean {
  if (placed?.source.kind !== 'openapi') return false;
  const { unit, source } = placed;
  const { name } = source.description;
  const use = sourceUses(unit.document).find(
    ({ description }) => description.name === name,
  );
  const { operations = [] } = use ?? {};
  const { openapi } = source;
  return recogniseHealthLake({
    operations,
    ...(openapi === undefined ? {} : { openapi }),
  });
}
