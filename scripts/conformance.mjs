// Writes docs/conformance.md: every requirement, the tests that prove it, and how they went.
//
//   node scripts/conformance.mjs            runs the tests and writes the page
//   node scripts/conformance.mjs --check    runs nothing; fails when the page is not current
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'test/conformance');
const page = join(root, 'docs/conformance.md');
const isCheck = process.argv.includes('--check');

const requirements = readJson('requirements.json');
const skips = readJson('skips.json');
const tests = findTests();
const results = isCheck ? undefined : runTests();
const current = await toPage();
const problems = findProblems();

if (isCheck) {
  if (readPage() !== current) {
    problems.push('docs/conformance.md is not current: npm run conformance');
  }
} else {
  writeFileSync(page, current);
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

function readJson(name) {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

function readPage() {
  try {
    return readFileSync(page, 'utf8');
  } catch {
    return '';
  }
}

/** The tests whose names begin with an id, in the order of files and of their lines. */
function findTests() {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .toSorted((left, right) => (left < right ? -1 : 1))
    .flatMap((name) => testsIn(name.replaceAll('\\', '/')));
}

function testsIn(file) {
  const source = readFileSync(join(folder, file), 'utf8');
  const names = source.matchAll(
    /\b(?:requirement|test|it)(?:\.\w+)*\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gs,
  );
  return [...names].flatMap(([, , literal]) => {
    const name = literal.replaceAll(/\\(.)/g, '$1');
    const [start] = /^(?:[AB]-[A-Z]+-\d+ )+/.exec(name) ?? [];
    return start === undefined ? [] : [{ file, name, ids: start.trim().split(' ') }];
  });
}

/** How each test went in every version of the specification it was run with. */
function runTests() {
  const temporary = mkdtempSync(join(tmpdir(), 'conformance-'));
  const output = join(temporary, 'results.json');
  try {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const options = ['--project', 'unit', '--typecheck.enabled=false'];
    const report = ['--reporter=json', `--outputFile=${output}`];
    const filter = ['--exclude', '**/conformance-page.test.ts', 'test/conformance'];
    spawnSync(process.execPath, [vitest, 'run', ...options, ...report, ...filter], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return collect(JSON.parse(readFileSync(output, 'utf8')));
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

function collect({ testResults }) {
  const found = new Map();
  for (const { name, assertionResults } of testResults) {
    const file = relative(folder, name).replaceAll('\\', '/');
    for (const { title, status } of assertionResults) {
      const key = `${file} ${title}`;
      found.set(key, (found.get(key) ?? true) && status === 'passed');
    }
  }
  return found;
}

/** Without results the tests are taken to pass, as they do in a page that is current. */
function resultOf({ file, name }) {
  if (skipOf(name) !== undefined) return 'skipped';
  if (results === undefined) return 'passes';
  return results.get(`${file} ${name}`) === true ? 'passes' : '**fails**';
}

function skipOf(name) {
  return skips.tests.find(({ test }) => test === name);
}

function findProblems() {
  const ids = new Set(requirements.map(({ id }) => id));
  const proved = new Set(tests.flatMap((test) => test.ids));
  const excused = new Set(skips.ids.map(({ id }) => id));
  const names = new Set(tests.map(({ name }) => name));
  return [
    ...requirements
      .filter(({ id }) => !proved.has(id) && !excused.has(id))
      .map(({ id }) => `${id} has no test`),
    ...[...proved].filter((id) => !ids.has(id)).map((id) => `${id} is no requirement`),
    ...skips.tests
      .filter(({ test }) => !names.has(test))
      .map(({ test }) => `skips.json names a test that is not there: ${test}`),
    ...tests
      .filter((test) => resultOf(test) === '**fails**')
      .map(({ file, name }) => `${file}: ${name} fails`),
    ...(isCheck ? [] : [...excused].filter((id) => proved.has(id))).map(
      (id) => `${id} has a test now: take it out of skips.json`,
    ),
  ];
}

async function toPage() {
  const sections = Map.groupBy?.(requirements, ({ section }) => section) ?? group();
  const parts = [...sections].map(([section, list]) => toSection(section, list));
  const skipped = skips.tests.length === 0 ? '' : toSkips();
  const written = `${introduction()}\n${parts.join('\n')}\n${skipped}`;
  return format(written, { ...(await resolveConfig(page)), parser: 'markdown' });
}

function group() {
  const sections = new Map();
  for (const requirement of requirements) {
    const list = sections.get(requirement.section) ?? [];
    sections.set(requirement.section, [...list, requirement]);
  }
  return sections;
}

/** A row of the summary. */
function countOf(version, letter) {
  const states = requirements
    .filter(({ id }) => id.startsWith(letter))
    .map(({ id }) => stateOf(id));
  const counts = ['passes', 'skipped', 'none'].map(
    (wanted) => states.filter((state) => state === wanted).length,
  );
  return `| ${[version, states.length, ...counts].join(' | ')} |`;
}

function introduction() {
  return `# Conformance

Every requirement of the Arazzo Specification 1.0.1 (A-…) and what 1.1.0 adds to it (B-…), with the tests that
prove it. The tests are in [test/conformance](../test/conformance); nearly all run twice, with documents of either version. Where
something is run, it is run over HTTP against a server on loopback.

\`npm run conformance\` writes this page. _skipped_: the test fails, for the reason at the end.

| version | requirements | pass | skipped | no test |
| --- | --- | --- | --- | --- |
${countOf('1.0.1', 'A')}
${countOf('1.1.0', 'B')}
`;
}

/** The worst that is known of a requirement. */
function stateOf(id) {
  const states = tests.filter(({ ids }) => ids.includes(id)).map(resultOf);
  if (states.includes('**fails**')) return 'fails';
  return ['skipped', 'passes'].find((state) => states.includes(state)) ?? 'none';
}

function toSection(section, list) {
  const rows = list
    .flatMap(toRows)
    .map((cells) => `| ${cells.map(escape).join(' | ')} |`);
  const head =
    '| id | level | requirement | test | result |\n| --- | --- | --- | --- | --- |';
  return `## ${section}\n\n${head}\n${rows.join('\n')}\n`;
}

function toRows({ id, level, requirement }) {
  const own = tests.filter(({ ids }) => ids.includes(id));
  if (own.length === 0) return [[id, level, requirement, '', 'no test']];
  return own.map((test, index) => [
    ...(index === 0 ? [id, level, requirement] : ['', '', '']),
    `${test.file}: ${test.name.replace(/^(?:[AB]-[A-Z]+-\d+ )+/, '')}`,
    resultOf(test),
  ]);
}

function toSkips() {
  const rows = skips.tests.map(
    ({ test, reason }) => `| ${escape(test)} | ${escape(reason)} |`,
  );
  return `## Skipped\n\n| test | reason |\n| --- | --- |\n${rows.join('\n')}\n`;
}

function escape(text) {
  return text.replaceAll('|', '\\|').replaceAll('<', '\\<');
}
