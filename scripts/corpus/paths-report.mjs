/** What the paths of all documents say together, as lines. */
export function pathLines(results) {
  const described = results.filter(({ hasDescription }) => hasDescription);
  return [
    'paths',
    ...linesOf('documents with a description', described),
    ...linesOf('all documents', results),
  ];
}

function linesOf(title, results) {
  const workflows = results.flatMap(({ paths = [] }) => paths);
  if (workflows.length === 0) return [`  ${title}: no workflow without errors`];
  const full = workflows.filter(
    ({ coverage: { transitions } }) => transitions.covered === transitions.total,
  );
  const failing = workflows.filter(({ failed }) => failed.length > 0);
  const gaps = workflows.flatMap((workflow) => workflow.gaps);
  const unsolved = gaps.filter(({ kind }) => kind === 'unsolved');
  return [
    `  ${title}: ${workflows.length} workflows, ${sum(workflows, ({ paths }) => paths)} paths`,
    `    ${full.length} (${percent(full, workflows)}) with every transition covered`,
    `    ${failing.length} with paths that fail, of ${sum(failing, ({ failed }) => failed.length)} paths`,
    `    no case: ${count(gaps, 'shadowed')} shadowed, ${count(gaps, 'contradictory')} contradictory, ${unsolved.length} not solved`,
    ...reasons(unsolved).map(([why, times]) => `      ${times} × ${why}`),
    `    ${Math.max(...workflows.map(({ planMs }) => planMs)).toFixed(0)} ms the slowest to list, ${sum(workflows, ({ planMs }) => planMs).toFixed(0)} ms together`,
  ];
}

function sum(all, numberOf) {
  return all.reduce((total, each) => total + numberOf(each), 0);
}

function percent(part, all) {
  return `${((part.length / all.length) * 100).toFixed(1)} %`;
}

function count(gaps, kind) {
  return gaps.filter((gap) => gap.kind === kind).length;
}

/** Why there is no case, without the names in it, the most frequent first. */
function reasons(gaps) {
  const counts = new Map();
  for (const { why } of gaps) {
    const plain = why
      .replaceAll(/"[^"]*"/gu, '"…"')
      .replaceAll(/'[^']*'/gu, "'…'")
      .replaceAll(/\$\S+/gu, '$…');
    counts.set(plain, (counts.get(plain) ?? 0) + 1);
  }
  return [...counts].toSorted(([, left], [, right]) => right - left);
}
