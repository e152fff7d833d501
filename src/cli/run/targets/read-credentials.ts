import type { SecurityScheme } from '../../../openapi/index.ts';
import { fileProblem } from '../../../services/files/file-problem.ts';
import { credentialsFromEnvironment } from '../../../services/http/credentials/credentials-from-environment.ts';
import { parseCredentials } from '../../../services/http/credentials/parse-credentials.ts';
import type { Credential } from '../../../services/http/credentials/credential.ts';
import type { Io } from '../../io.ts';
import { UsageError } from '../../usage-error.ts';

/** The credentials of a file, by source and security scheme. */
export type CredentialsBySource = Readonly<
  Record<string, Readonly<Record<string, Credential>>>
>;

/** Reads the file of `--credentials`. @throws UsageError that shows no value */
export async function readCredentials(
  path: string | undefined,
  io: Pick<Io, 'readFile'>,
): Promise<CredentialsBySource> {
  if (path === undefined) return {};
  let text: string;
  try {
    text = await io.readFile(path);
  } catch (error) {
    throw new UsageError(
      `The credentials file ${path} cannot be read: ${fileProblem(error)}.`,
      'Check the path of --credentials.',
    );
  }
  const { sources, problems } = parseCredentials(text);
  const [first] = problems;
  if (first === undefined) return sources;
  throw new UsageError(
    `${path}${first.path === '' ? '' : `#${first.path}`}: ${first.message}`,
    'Write { "<source>": { "<security scheme>": { "token": "…" } } }.',
  );
}

/** What a source is called with: the file comes before the environment. */
export function credentialsOf(
  key: string,
  schemes: Readonly<Record<string, SecurityScheme>>,
  from: { readonly file: CredentialsBySource; readonly env: Io['env'] },
): {
  readonly credentials: Readonly<Record<string, Credential>>;
  readonly problems: readonly string[];
} {
  const found = credentialsFromEnvironment(from.env, key, schemes);
  const own = (Object.hasOwn(from.file, key) ? from.file[key] : undefined) ?? {};
  const problems = [...found.problems, ...unusedSchemes(key, Object.keys(own), schemes)];
  return { problems, credentials: { ...found.credentials, ...own } };
}

const awsNames = ['aws', 'amazonaws'];

/** Where a description has security schemes, credentials are sent by their names; those of AWS serve every host. */
function unusedSchemes(
  source: string,
  given: readonly string[],
  schemes: Readonly<Record<string, SecurityScheme>>,
): readonly string[] {
  const names = Object.keys(schemes);
  if (names.length === 0) return [];
  return given
    .filter((name) => !awsNames.includes(name) && !names.includes(name))
    .map(
      (name) =>
        `"${name}" of the credentials is no security scheme of "${source}"; the description has ${names.map((each) => `"${each}"`).join(', ')}.`,
    );
}
