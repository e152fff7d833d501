// Imports the documents whose numbers it is sent, one after the other.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { tryPaths } from './try-paths.mjs';

const [{ docs, index, entry, paths }] = await once(process, 'message');
const { importArazzo, toPlainDiagnostic } = await import(entry);
const tools = paths ? await import(new URL('./testing/index.js', entry)) : undefined;
const rows = new Map(index.map((row) => [row.path, row]));

/** What makes a document malformed, as an error: its text or its shape. */
const shape = new Set([
  'YAML_SYNTAX',
  'UNSUPPORTED_YAML',
  'DUPLICATE_KEY',
  'UNSUPPORTED_VERSION',
  'MISSING_FIELD',
  'WRONG_TYPE',
  'INVALID_VALUE',
  'CONFLICTING_FIELDS',
  'INVALID_NAME',
  'DUPLICATE_NAME',
]);

process.on('message', ({ number }) => {
  void importRow(index[number]).then((result) => process.send(result));
});
process.send({ outcome: 'ready' });

async function importRow(row) {
  const texts = new Map([[row.path, readFileSync(join(docs, row.path), 'utf8')]]);
  const started = performance.now();
  try {
    const arazzo = await importArazzo(withLineBreak(texts.get(row.path)), {
      uri: row.path,
      allowErrors: true,
      read: createReader(row, texts),
    });
    const ms = performance.now() - started;
    return {
      outcome: 'imported',
      ms,
      ...toResult(row, arazzo, texts),
      ...(await pathsOf(row, arazzo, texts)),
    };
  } catch (error) {
    const ms = performance.now() - started;
    return { outcome: 'crash', ms, error: String(error?.stack ?? error) };
  }
}

/** The paths of the workflows without errors. */
async function pathsOf(row, { diagnostics }, texts) {
  if (tools === undefined) return {};
  const hasErrors = diagnostics.some(({ severity }) => severity === 'error');
  const { workflows } = await importArazzo(withLineBreak(texts.get(row.path)), {
    uri: row.path,
    read: createReader(row, texts),
  });
  return { hasErrors, paths: await tryPaths(workflows, tools) };
}

/** Tells the text of a document from a path. */
function withLineBreak(text) {
  return text.includes('\n') ? text : `${text}\n`;
}

function toResult(row, { diagnostics, workflows }, texts) {
  const plain = diagnostics.map((each) =>
    toPlainDiagnostic(each, texts.get(each.range.uri) ?? ''),
  );
  const isMalformed = plain.some(isShape);
  return {
    isWellFormed: !isMalformed,
    loaded: workflows.length,
    workflows: row.workflows ?? workflows.length,
    diagnostics: plain,
  };
}

/** Texts that name something are read when they are followed: their document may be sound. */
function isShape({ code, severity, path }) {
  if (severity !== 'error' || !shape.has(code)) return false;
  return !/\/(?:operationPath|channelPath|target)$/.test(path);
}

/** Reads a source where the index says that it is, or beside the document that names it. */
function createReader(row, texts) {
  return async (url, _base, about) => {
    const from = about?.from || row.path;
    const { sources = [] } = rows.get(from) ?? {};
    const listed = sources.find((each) => each.url === url)?.corpusPath;
    const isListed = rows.has(from);
    const path = listed ?? (isListed ? undefined : posix.join(dirname(from), url));
    if (!path) throw new Error('The corpus does not have it.');
    const text = readFileSync(join(docs, path), 'utf8');
    texts.set(path, text);
    return { text, uri: path };
  };
}
