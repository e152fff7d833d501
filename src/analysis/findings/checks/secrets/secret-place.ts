import type { Finding } from '../../view.ts';

/** Where a secret stands. Its value is no part of it. */
export interface SecretPlace {
  /** In words: `the parameter "X-Api-Key"`. */
  readonly what: string;
  readonly path: string;
  /** What to do, where it cannot become an input. */
  readonly remedy?: string;
}

const usual = 'Make it an input ("$inputs.…") with "format: password"';

/** Says that there seems to be a secret. */
export function toSecretFinding({ what, path, remedy = usual }: SecretPlace): Finding {
  return {
    code: 'SECRET_IN_DOCUMENT',
    severity: 'warning',
    path,
    message: `A secret seems to stand in ${what}.`,
    hint: `${remedy}, and change the secret if the document was shared.`,
  };
}
