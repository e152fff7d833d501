import { describe, expect, test } from 'vitest';
import { importArazzo } from '../../src/index.ts';
import { accepted, acceptedNotes } from './support/accepted.ts';
import { checkDocument, lineOf } from './support/check-document.ts';
import { documents, pathOf, textOf, workflowIdsOf } from './support/documents.ts';
import { failuresIn, testDocument, uncoveredIn } from './support/test-document.ts';

const files = documents();

describe.each(files)('%s', (file) => {
  const notes = acceptedNotes(accepted[file] ?? {});
  const { uncovered = {} } = accepted[file] ?? {};

  test('is imported without a word, by the letter', async () => {
    const { diagnostics, workflows } = await importArazzo(pathOf(file), { strict: true });

    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(workflows.map(({ workflowId }) => workflowId)).toEqual(workflowIdsOf(file));
  });

  test('has nothing that check finds fault with', async () => {
    const diagnostics = await checkDocument(file);

    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(diagnostics.map(lineOf).toSorted()).toEqual(notes.toSorted());
  });

  test('passes on every path, and every part of it is gone through', async () => {
    const tested = await testDocument(file);

    expect(tested.workflows.map(({ workflowId }) => workflowId)).toEqual(
      workflowIdsOf(file),
    );
    expect(tested.workflows.filter(({ paths }) => paths.length < 3)).toEqual([]);
    expect(failuresIn(tested)).toEqual([]);
    expect(uncoveredIn(tested)).toEqual(Object.keys(uncovered));
    expect(tested.code).toBe(0);
  });

  test('stands in the table of what is here', () => {
    expect(textOf('README.md')).toContain(`(${file})`);
  });
});

test('there are at least 24 documents, and nothing is accepted of others', () => {
  expect(files.length).toBeGreaterThanOrEqual(24);
  expect(Object.keys(accepted).filter((file) => !files.includes(file))).toEqual([]);
});
