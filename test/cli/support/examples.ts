import { readFileSync } from 'node:fs';

const folder = 'examples/healthlake';

/** The arguments that run an example: the document and its inputs. */
function example(name: string): readonly [path: string, ...inputs: string[]] {
  return [`${folder}/${name}.arazzo.yaml`, '--inputs', `${folder}/${name}.inputs.json`];
}

/** Makes a data store, waits for it, exports it and waits for the export. */
export const provision = example('provision-datastore-and-export');

/** Exports a data store, waits for the export and lists the jobs. */
export const startExport = example('start-export-poll-and-list');

/** The text of an example, with some of its text replaced. */
export function editedExample(
  [path]: readonly [string, ...string[]],
  ...edits: readonly (readonly [from: string, to: string])[]
): string {
  return edits.reduce(replaceKnown, readFileSync(path, 'utf8'));
}

/** An edit that finds nothing would make a test that proves nothing. */
function replaceKnown(text: string, [from, to]: readonly [string, string]): string {
  if (text.includes(from)) return text.replaceAll(from, to);
  throw new Error(`The example does not hold "${from}".`);
}
