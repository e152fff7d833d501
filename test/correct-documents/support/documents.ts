import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** The folder that the documents are in. */
const folder = fileURLToPath(new URL('..', import.meta.url));

/** Every Arazzo document below the folder: `shop/order-tea.arazzo.yaml`. */
export function documents(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.arazzo\.(?:yaml|json)$/u.test(file))
    .toSorted();
}

/** The path of a document, for the command line. */
export function pathOf(file: string): string {
  return join(folder, file);
}

/** The text of a file in the folder. */
export function textOf(file: string): string {
  return readFileSync(pathOf(file), 'utf8');
}

/** The ids of the workflows of a document, as they stand in its text. */
export function workflowIdsOf(file: string): readonly string[] {
  const { workflows } = parse(textOf(file)) as {
    readonly workflows: readonly { readonly workflowId: string }[];
  };
  return workflows.map(({ workflowId }) => workflowId);
}
