/** Findings of checks against a description that the corpus has. */
const againstDescription = new Set([
  'UNKNOWN_OPERATION',
  'TARGET_HEADER_MISMATCH',
  'DUPLICATE_OPERATION_ID',
  'UNKNOWN_PARAMETER',
  'WRONG_PARAMETER_LOCATION',
  'MISSING_PARAMETER',
  'INVALID_PARAMETER_VALUE',
  'MISSING_REQUEST_BODY',
  'UNEXPECTED_REQUEST_BODY',
  'UNKNOWN_CONTENT_TYPE',
  'INVALID_PAYLOAD',
  'UNKNOWN_REPLACEMENT_TARGET',
  'UNDOCUMENTED_STATUS',
  'UNKNOWN_RESPONSE_MEMBER',
]);

/** Whether a document met what must never happen. */
export function isFailure({ outcome, isWellFormed, loaded, workflows }) {
  return outcome !== 'imported' || (isWellFormed && loaded < workflows);
}

/** Prints a line for each document. */
export function printTable(results, output) {
  const rows = [
    ['document', 'workflows', 'described', 'against it', 'ms', 'diagnostics'],
    ...results.map(toRow),
  ];
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map((row) => row[column].length)),
  );
  for (const row of rows) {
    const cells = row.map((cell, column) => cell.padEnd(widths[column]));
    output.write(`${cells.join('  ').trimEnd()}\n`);
  }
}

function toRow(result) {
  const {
    document,
    loaded,
    workflows,
    hasDescription,
    diagnostics = [],
    ms = 0,
  } = result;
  return [
    document,
    result.outcome === 'imported'
      ? `${loaded}/${workflows}`
      : result.outcome.toUpperCase(),
    hasDescription ? 'yes' : 'no',
    hasDescription ? String(diagnostics.filter(isAgainst).length) : '',
    ms.toFixed(0),
    result.error?.split('\n')[0] ?? describe(countCodes(diagnostics)),
  ];
}

function isAgainst({ code }) {
  return againstDescription.has(code);
}

function countCodes(diagnostics) {
  const counts = {};
  for (const { code } of diagnostics) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** `2 MISSING_FIELD, 1 UNKNOWN_FIELD`, the most frequent first. */
function describe(counts) {
  return Object.entries(counts)
    .toSorted(([, left], [, right]) => right - left)
    .map(([code, count]) => `${count} ${code}`)
    .join(', ');
}

/** What all results say together. */
export function summarise(results) {
  const imported = results.filter(({ outcome }) => outcome === 'imported');
  const wellFormed = imported.filter(({ isWellFormed }) => isWellFormed);
  const malformed = imported.filter(({ isWellFormed }) => !isWellFormed);
  const diagnostics = imported.flatMap((result) => result.diagnostics);
  const severities = {};
  for (const { severity } of diagnostics)
    severities[severity] = (severities[severity] ?? 0) + 1;
  return {
    documents: results.length,
    crashed: namesOf(results, ({ outcome }) => outcome === 'crash'),
    hung: namesOf(results, ({ outcome }) => outcome === 'hang'),
    wellFormed: wellFormed.length,
    notLoaded: namesOf(wellFormed, ({ loaded, workflows }) => loaded < workflows),
    malformed: malformed.length,
    workflows: total(imported, 'workflows'),
    loaded: total(imported, 'loaded'),
    withoutFindings: imported.filter((each) => each.diagnostics.length === 0).length,
    withErrors: imported.filter(hasErrors).length,
    slowest: Math.round(Math.max(0, ...results.map(({ ms = 0 }) => ms))),
    milliseconds: Math.round(total(results, 'ms')),
    severities,
    codes: countCodes(diagnostics),
    documentsByCode: countCodes(
      imported.flatMap((result) => [
        ...new Map(result.diagnostics.map((each) => [each.code, each])).values(),
      ]),
    ),
  };
}

function hasErrors({ diagnostics }) {
  return diagnostics.some(({ severity }) => severity === 'error');
}

function namesOf(results, test) {
  return results.filter(test).map(({ document }) => document);
}

function total(results, field) {
  return results.reduce((sum, result) => sum + (result[field] ?? 0), 0);
}

/** The summary for people. */
export function summaryLines(summary) {
  const { documents, wellFormed, malformed, notLoaded, crashed, hung } = summary;
  return [
    `${documents} documents: ${wellFormed} well-formed, ${malformed} malformed`,
    `${summary.loaded} of ${summary.workflows} workflows became machines`,
    `${summary.withoutFindings} documents without findings, ${summary.withErrors} with errors`,
    ...listed('crashed', crashed),
    ...listed('hung', hung),
    ...listed('well-formed, but not all of it became machines', notLoaded),
    `${summary.milliseconds} ms altogether, ${summary.slowest} ms the slowest`,
    '',
    'findings (documents)',
    ...Object.entries(summary.codes)
      .toSorted(([, left], [, right]) => right - left)
      .map(
        ([code, count]) =>
          `${String(count).padStart(6)} (${summary.documentsByCode[code]}) ${code}`,
      ),
  ];
}

function listed(what, names) {
  return names.length === 0
    ? []
    : [`${what}: ${names.length}`, ...names.map((name) => `  ${name}`)];
}
