// `npm run mutate`: makes single-fault mutants of correct documents and says who finds them: `check`, or
// `test` with recorded expectations. What neither finds survives and is explained.
//   [files or folders]   documents (the examples and test/correct-documents)
//   --json <file>        also writes every mutant with its verdict
//   --sample <n>         only every n-th mutant
//   --target <percent>   exit code 1 when fewer are found (95)
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findDocuments } from './mutate/find-documents.mjs';
import { createJudge } from './mutate/judge.mjs';
import { mutantsOf } from './mutate/mutants.mjs';
import { report } from './mutate/report.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    sample: { type: 'string', default: '1' },
    target: { type: 'string', default: '95' },
  },
});

const places =
  positionals.length > 0 ? positionals : ['examples', 'test/correct-documents'];
const every = Number(values.sample);
const judge = await createJudge();
const verdicts = [];
try {
  for (const file of findDocuments(places)) {
    const baseline = await judge.baseline(file);
    for (const [index, mutant] of mutantsOf(file).entries()) {
      if (index % every !== 0) continue;
      verdicts.push({
        file,
        ...mutant,
        ...(await judge.verdict(file, mutant, baseline)),
      });
      if (process.stderr.isTTY) process.stderr.write(`\r${verdicts.length} mutants `);
    }
  }
} finally {
  await judge.close();
}
const { text, percent } = report(verdicts);
process.stdout.write(text);
if (values.json !== undefined) {
  const plain = verdicts.map(({ text: _text, ...verdict }) => verdict);
  writeFileSync(values.json, `${JSON.stringify(plain, undefined, 1)}\n`);
}
if (percent < Number(values.target)) process.exitCode = 1;
