import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./worker.mjs', import.meta.url));

/** Starting up takes longer than a document does; it is not the document's fault. */
const startTimeout = 60_000;

/**
 * Imports every document of the index in child processes, so that one that hangs or crashes is caught
 * and named and the others go on. Results are in the order of the index.
 */
export async function importAll(corpus, { entry, timeout, paths = false }) {
  const results = [];
  let next = 0;
  const lane = async () => {
    let worker;
    while (next < corpus.index.length) {
      const number = next++;
      worker ??= await startWorker(corpus, { entry, paths });
      const result = await ask(worker, number, timeout);
      results[number] = { ...describe(corpus.index[number], number), ...result };
      if (result.outcome === 'hang' || result.outcome === 'crash') {
        worker.kill('SIGKILL');
        worker = undefined;
      }
    }
    worker?.kill();
  };
  const lanes = Math.min(availableParallelism(), 4, corpus.index.length);
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

function describe({ path, kind, sources = [] }, number) {
  const described = sources.filter(({ corpusPath }) => Boolean(corpusPath));
  return { number, document: path, kind, hasDescription: described.length > 0 };
}

async function startWorker({ docs, index }, { entry, paths }) {
  const worker = fork(script, {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: ['--max-old-space-size=1024'],
  });
  worker.send({ docs, index, entry, paths });
  const ready = await answerOf(worker, startTimeout);
  if (ready.outcome !== 'ready') {
    throw new Error(`The package cannot be loaded: ${ready.error ?? ready.outcome}`);
  }
  return worker;
}

function ask(worker, number, timeout) {
  const answer = answerOf(worker, timeout);
  worker.send({ number });
  return answer;
}

/** The next message of a worker, or what happened in its place. */
function answerOf(worker, timeout) {
  const { promise, resolve } = withResolver();
  const timer = setTimeout(() => resolve({ outcome: 'hang', ms: timeout }), timeout);
  const onError = (error) =>
    resolve({ outcome: 'crash', error: String(error?.stack ?? error) });
  const onExit = (code) => resolve({ outcome: 'crash', error: `exit code ${code}` });
  worker.once('message', resolve).once('error', onError).once('exit', onExit);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off('message', resolve).off('error', onError).off('exit', onExit);
  });
}

function withResolver() {
  let resolve;
  const promise = new Promise((take) => {
    resolve = take;
  });
  return { promise, resolve };
}
