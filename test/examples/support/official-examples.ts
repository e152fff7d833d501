import { existsSync, readFileSync } from 'node:fs';

const folder = '../shared/spec/examples';

/** Whether the specification's examples are not beside the project; then it says so. */
export const isAbsent = !existsSync(folder);
if (isAbsent)
  process.stderr.write(`Skipped: the official examples are not at ${folder}.\n`);

/** The text of an official example: `1.0.0/oauth.arazzo.yaml`. */
export function readExample(path: string): string {
  return readFileSync(`${folder}/${path}`, 'utf8');
}

/** A defect of a document and what should stand in its place. */
export interface Patch {
  /** What is wrong. */
  readonly defect: string;
  readonly found: string;
  readonly put: string;
}

/** Gives you the text without the defects; one that is not there any more is an error. */
export function withoutDefects(text: string, patches: readonly Patch[]): string {
  return patches.reduce((current, { defect, found, put }) => {
    if (!current.includes(found))
      throw new Error(`The example has lost a defect: ${defect}`);
    return current.replaceAll(found, put);
  }, text);
}
