import { readFileSync } from 'node:fs';
import { createServer } from 'vite';

/**
 * Runs the command line, in this process and on texts that are not on the disk, as a user would: first
 * `check`, and where that says nothing new `test` with what was recorded for the original.
 */
export async function createJudge() {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
    appType: 'custom',
  });
  const { main } = await server.ssrLoadModule('/src/cli/main.ts');
  return {
    baseline: async (file) => baselineOf(main, file),
    verdict: async (file, mutant, baseline) => judge(main, file, mutant, baseline),
    close: async () => server.close(),
  };
}

async function baselineOf(main, file) {
  const text = readFileSync(file, 'utf8');
  const { findings } = await check(main, file, text);
  const recorded = await run(main, ['test', file, `--record=${recordingOf(file)}`], {
    [file]: text,
  });
  const baseline = {
    findings: new Set(findings.map(identity)),
    recording: recorded.written.get(recordingOf(file)),
  };
  const { foundBy, output } = await judge(main, file, { text }, baseline);
  if (foundBy !== undefined)
    throw new Error(`${file} itself is found by ${foundBy}: ${output}`);
  return baseline;
}

async function judge(main, file, { text }, { findings: known, recording }) {
  const { findings } = await check(main, file, text);
  const found = findings.filter((finding) => !known.has(identity(finding)));
  if (found.length > 0) {
    const codes = [
      ...new Set(found.map(({ code, severity }) => `${code} (${severity})`)),
    ];
    return { foundBy: 'check', codes };
  }
  const files = { [file]: text, [recordingOf(file)]: recording };
  const { code, stdout, stderr } = await run(
    main,
    ['test', file, '--expect', recordingOf(file), '--json'],
    files,
  );
  if (code !== 0) return { foundBy: 'test', output: stdout + stderr };
  return { foundBy: undefined, output: stdout === '' ? stderr : undefined };
}

async function check(main, file, text) {
  const { stdout, stderr } = await run(main, ['check', file, '--json'], { [file]: text });
  if (!stdout.startsWith('{')) throw new Error(`check ${file}: ${stdout}${stderr}`);
  return { findings: JSON.parse(stdout).diagnostics };
}

/** The same finding in a text that has moved. Notes about what is unused count as well. */
function identity({ code, message }) {
  return `${code} ${message}`;
}

function recordingOf(file) {
  return `${file}.expected.json`;
}

async function run(main, argv, files) {
  const written = new Map();
  const stdout = createOutput();
  const stderr = createOutput();
  const code = await main(argv, {
    stdout,
    stderr,
    env: {},
    readFile: async (path) => files[path] ?? readFileSync(path, 'utf8'),
    writeFile: async (path, text) => void written.set(path, text),
    openFile: async () => ({ write: () => undefined, close: async () => undefined }),
    onInterrupt: () => () => undefined,
  });
  return { code, written, stdout: stdout.text(), stderr: stderr.text() };
}

function createOutput() {
  let all = '';
  return {
    isTerminal: false,
    columns: 80,
    rows: 24,
    hasColors: false,
    write: (text) => void (all += text),
    text: () => all,
  };
}
