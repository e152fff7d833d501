import { didYouMean, nearestName } from '../../../diagnostics/index.ts';
import { readPairs } from '../../read-pairs.ts';
import { unknownSource } from '../../source-names.ts';
import { UsageError } from '../../usage-error.ts';
import { toUrl } from './aws-settings.ts';
import type { CalledSource } from './called-sources.ts';
import type { TargetArguments } from './target-arguments.ts';

/** What the call says about an API. */
export interface HttpArguments {
  readonly server?: string;
  readonly serverVariables: Readonly<Record<string, string>>;
  /** By operationId: `POST /pets`. */
  readonly operations: Readonly<Record<string, string>>;
}

/** The sources that the options may name: those that the workflow calls, and those of the document. */
export interface NamedSources {
  readonly called: readonly CalledSource[];
  readonly names: readonly string[];
}

/**
 * What the call says about each source, by key.
 * @throws UsageError for a name that is none
 */
export function readHttpArguments(
  given: TargetArguments,
  sources: NamedSources,
): ReadonlyMap<string, HttpArguments> {
  const found = new Map<string, Growing>();
  const of = (key: string): Growing => {
    const known = found.get(key) ?? { serverVariables: {}, operations: {} };
    found.set(key, known);
    return known;
  };
  for (const text of given.server ?? []) {
    const { key, rest } = splitServer(text, sources);
    of(key).server = rest;
  }
  for (const [name, value] of pairs(given, 'server-variable', 'petstore.region=eu')) {
    const at = name.lastIndexOf('.');
    const key = at < 0 ? onlySource(sources, 'server-variable', name) : name.slice(0, at);
    assertName(key, 'server-variable', sources);
    of(key).serverVariables[name.slice(at + 1)] = value;
  }
  for (const [name, route] of pairs(given, 'operation', 'createPet="POST /pets"')) {
    assertRoute(name, route);
    const { key, operationId } = splitOperation(name, sources);
    of(key).operations[operationId] = route;
  }
  return found;
}

interface Growing {
  server?: string;
  readonly serverVariables: Record<string, string>;
  readonly operations: Record<string, string>;
}

function pairs(
  given: TargetArguments,
  option: 'server-variable' | 'operation',
  example: string,
): ReturnType<typeof readPairs> {
  return readPairs(given[option] ?? [], option, `--${option} ${example}`);
}

/** `petstore=https://…`, or the URL alone where there is one source. */
function splitServer(
  text: string,
  sources: NamedSources,
): { readonly key: string; readonly rest: string } {
  const [, key, rest] = /^([\w.-]+)=(.*)$/su.exec(text) ?? [];
  assertUrl(rest ?? text);
  if (key === undefined || rest === undefined)
    return { key: onlySource(sources, 'server', text), rest: text };
  assertName(key, 'server', sources);
  return { key, rest };
}

/** Before a message shows it: it may have a password. */
function assertUrl(text: string): void {
  toUrl(text.replaceAll(/\{[^}]*\}/gu, 'x'), 'server');
}

function onlySource({ called }: NamedSources, option: string, text: string): string {
  const [only, ...others] = called.map(({ key }) => key);
  if (only !== undefined && others.length === 0) return only;
  throw new UsageError(
    `--${option} "${text}" does not say for which source.`,
    `The workflow calls ${list([only ?? 'none', ...others])}: write --${option} ${only ?? 'name'}${option === 'server' ? '=' : '.'}${text}.`,
  );
}

function assertName(name: string, option: string, { names }: NamedSources): void {
  if (!names.includes(name)) throw unknownSource(name, option, names);
}

const methods = [
  'GET',
  'PUT',
  'POST',
  'DELETE',
  'OPTIONS',
  'HEAD',
  'PATCH',
  'TRACE',
  'QUERY',
];

/** Servers may know other methods; one that is nearly another is a slip. */
function assertRoute(name: string, route: string): void {
  const method = /^\s*([A-Za-z-]+)\s+\/\S*\s*$/u.exec(route)?.[1]?.toUpperCase();
  const near =
    method === undefined || methods.includes(method)
      ? undefined
      : nearestName(method, methods);
  if (method !== undefined && near === undefined) return;
  if (near !== undefined)
    throw new UsageError(
      `--operation "${name}=${route}" has no method that is known.`,
      `Did you mean ${near}?`,
    );
  throw new UsageError(
    `--operation "${name}=${route}" is no method and path.`,
    `Write --operation ${name}="POST /pets".`,
  );
}

/** `createPet`, or `petstore.createPet` where several sources have one. */
function splitOperation(
  name: string,
  { called }: NamedSources,
): { readonly key: string; readonly operationId: string } {
  const uses = called.flatMap(({ key, operations }) =>
    operations.flatMap(({ operationId }) =>
      operationId === undefined ? [] : [{ key, operationId }],
    ),
  );
  const exact = uses.find(({ key, operationId }) => `${key}.${operationId}` === name);
  if (exact !== undefined) return exact;
  const byId = uses.filter(({ operationId }) => operationId === name);
  const keys = [...new Set(byId.map(({ key }) => key))];
  const [only] = byId;
  if (only !== undefined && keys.length === 1) return only;
  if (keys.length > 1)
    throw new UsageError(
      `--operation "${name}" could belong to ${list(keys)}.`,
      `Write --operation ${keys[0]}.${name}="…".`,
    );
  const known = [...new Set(uses.map(({ operationId }) => operationId))];
  throw new UsageError(
    `--operation names "${name}", but the workflow calls no such operation.`,
    didYouMean(name, known) ?? `It calls ${list(known)}.`,
  );
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.map((name) => `"${name}"`).join(', ');
}
