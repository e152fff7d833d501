import { readFileSync } from 'node:fs';
import { importArazzo } from '../dist/index.js';
import { median, time } from './measure.mjs';

const text = readFileSync(
  new URL(
    '../examples/healthlake/provision-datastore-and-export.arazzo.yaml',
    import.meta.url,
  ),
  'utf8',
);

/** From the text of the first example to a machine, once everything is loaded and warm. */
export async function importDocument() {
  const once = async () => {
    const arazzo = await importArazzo(text);
    arazzo.workflow().machine();
  };
  for (let round = 0; round < 50; round++) await once();
  const times = [];
  for (let round = 0; round < 101; round++) times.push(await time(once));
  return {
    name: 'import of a document to a machine, warm',
    value: median(times),
    unit: 'ms',
    goal: 10,
    details: `${(text.length / 1024).toFixed(1)} KB of YAML`,
  };
}
