import { createLineIndex } from '../../diagnostics/index.ts';
import type { Diagnostic, Severity } from '../../diagnostics/index.ts';
import type { Analysis, SuppressedDiagnostic } from '../../analysis/findings/index.ts';
import { toFileUri } from '../../services/files/to-file-uri.ts';
import type { TextOf } from '../read-document.ts';
import type { Rule } from './read-rules.ts';

/** What a SARIF log needs besides the diagnostics. */
export interface SarifOptions {
  readonly textOf: TextOf;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly version: string;
}

const schema =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** A SARIF 2.1.0 log with one run: what code scanning reads. */
export function toSarif(
  { diagnostics, suppressed }: Analysis,
  { textOf, rules, version }: SarifOptions,
): object {
  const all: readonly (Diagnostic | SuppressedDiagnostic)[] = [
    ...diagnostics,
    ...suppressed,
  ];
  const codes = [...new Set(all.map(({ code }) => code))].toSorted();
  return {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'arazzo-xstate',
            semanticVersion: version,
            rules: codes.map((code) => toRule(code, rules.get(code))),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: all.map((each) =>
          toResult(each, codes.indexOf(each.code), textOf(each)),
        ),
      },
    ],
  };
}

function toRule(code: string, rule: Rule | undefined): object {
  if (rule === undefined) return { id: code };
  const { meaning, remedy } = rule;
  return {
    id: code,
    shortDescription: { text: meaning },
    help: { text: `${meaning} ${remedy}`, markdown: `${meaning}\n\n${remedy}` },
  };
}

function toResult(
  diagnostic: Diagnostic | SuppressedDiagnostic,
  ruleIndex: number,
  text: string | undefined,
): object {
  const { code, severity, message, hint, path } = diagnostic;
  const suppressions =
    'justification' in diagnostic
      ? [{ kind: 'inSource', justification: diagnostic.justification }]
      : [];
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: hint === undefined ? message : `${message} ${hint}` },
    locations: [
      {
        physicalLocation: toPlace(diagnostic, text),
        ...(path === '' ? {} : { logicalLocations: [{ fullyQualifiedName: path }] }),
      },
    ],
    suppressions,
  };
}

function toPlace({ range }: Diagnostic, text: string | undefined): object {
  const artifactLocation = { uri: toArtifactUri(range.uri) };
  if (text === undefined) return { artifactLocation };
  const lines = createLineIndex(text);
  const start = lines.positionAt(range.start);
  const end = lines.positionAt(Math.max(range.end, range.start));
  return {
    artifactLocation,
    region: {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
    },
  };
}

/** Paths as URIs: relative ones stay relative to where the command was called. */
function toArtifactUri(place: string): string {
  if (/^[a-z][a-z\d+.-]+:/iu.test(place)) return encodeURI(place);
  if (/^(?:\/|\\|[a-z]:)/iu.test(place)) return toFileUri(place);
  return place
    .replace(/^\.\//u, '')
    .replaceAll('\\', '/')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
