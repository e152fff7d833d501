import { refuse } from '../refuse.ts';
import type { Credential } from './credential.ts';

/** What each kind of credential cannot do without; it is told by the first of them. */
const needed = [
  ['apiKey'],
  ['username', 'password'],
  ['token'],
  ['clientId', 'clientSecret'],
  ['accessKeyId', 'secretAccessKey'],
] as const;

/** Refuses a credential of which a part is not set, such as a variable of the environment. */
export function assertComplete(name: string, credential: Credential): void {
  const parts = credential as unknown as Readonly<Record<string, unknown>>;
  for (const fields of needed) {
    if (!(fields[0] in parts)) continue;
    for (const field of fields)
      if (parts[field] === undefined || parts[field] === null)
        refuse(
          `The credentials for "${name}" have no ${field}: its value is ${String(parts[field])}.`,
        );
  }
}
