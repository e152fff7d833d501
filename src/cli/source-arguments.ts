import type { AllowRemote } from '../services/remote/allowed-hosts.ts';
import { readPairs } from './read-pairs.ts';
import { UsageError } from './usage-error.ts';

/** The options that say what a document may read, and where its sources are. */
export const sourceOptions = {
  source: 'values',
  'allow-remote': 'optional',
} as const;

/** What was given for {@link sourceOptions}. */
export interface SourceArguments {
  readonly source?: readonly string[];
  readonly 'allow-remote'?: readonly string[];
}

/** Where sources are, by name. */
export function givenSources({
  source = [],
}: SourceArguments): Readonly<Record<string, string>> {
  const form = '--source petstore=./petstore.openapi.yaml';
  return Object.fromEntries(readPairs(source, 'source', form));
}

/** Which hosts documents are read from. */
export function allowedRemote({
  'allow-remote': given = [],
}: SourceArguments): AllowRemote {
  const hosts = given.flatMap((each) => each.split(',')).map((host) => host.trim());
  const odd = hosts.find((host) => !isHost(host));
  if (odd !== undefined)
    throw new UsageError(
      `--allow-remote "${odd}" is no host.`,
      'Write --allow-remote=api.example.com, or --allow-remote for all hosts that the document names.',
    );
  return given.includes('') ? true : hosts;
}

function isHost(text: string): boolean {
  if (text === '') return true;
  const url = /^https?:\/\//iu.test(text) ? text : `http://${text}`;
  if (!URL.canParse(url)) return false;
  const { pathname, search, username } = new URL(url);
  return pathname === '/' && search === '' && username === '';
}
