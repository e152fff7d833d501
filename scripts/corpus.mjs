// `npm run corpus -- <folder>`: imports every document of a corpus with the built package, as a user
// would, and says what became of each. A folder has `index.json` and `docs`, or a `.tar.gz` of them.
//   --paths             also lists and runs the paths of all workflows without errors
//   --json <file>       also writes everything as JSON
//   --package <folder>  takes another build than `dist`
//   --timeout <ms>      a document that takes longer hangs (10000)
// Exit code 1: a document crashed the package, hung, or is well-formed and became no machine.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildIfNeeded } from './build-if-needed.mjs';
import { importAll } from './corpus/import-all.mjs';
import { openCorpus } from './corpus/open-corpus.mjs';
import { pathLines } from './corpus/paths-report.mjs';
import { isFailure, printTable, summarise, summaryLines } from './corpus/report.mjs';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const usage =
  'Usage: npm run corpus -- <folder> [--paths] [--json <file>] [--package <folder>] [--timeout <ms>]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    paths: { type: 'boolean', default: false },
    package: { type: 'string' },
    timeout: { type: 'string', default: '10000' },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}
if (values.package === undefined) buildIfNeeded();

const corpus = openCorpus(resolve(folder));
try {
  const entry = pathToFileURL(resolve(values.package ?? dist, 'index.js')).href;
  const timeout = Number(values.timeout);
  const results = await importAll(corpus, { entry, timeout, paths: values.paths });
  const summary = summarise(results);
  printTable(results, process.stdout);
  process.stdout.write(`\n${summaryLines(summary).join('\n')}\n`);
  if (values.paths) process.stdout.write(`\n${pathLines(results).join('\n')}\n`);
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify({ summary, results }, undefined, 1)}\n`);
  }
  if (results.some(isFailure)) process.exitCode = 1;
} finally {
  corpus.close();
}
