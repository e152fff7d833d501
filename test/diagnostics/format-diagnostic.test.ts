import { expect, test } from 'vitest';
import { formatDiagnostic } from '../../src/diagnostics/index.ts';
import type { Diagnostic } from '../../src/diagnostics/index.ts';
import { source } from '../helpers/source.ts';

function diagnosticAt(
  text: string,
  marked: string,
  extra?: Partial<Diagnostic>,
): Diagnostic {
  const start = text.indexOf(marked);
  return {
    code: 'UNKNOWN_FIELD',
    severity: 'warning',
    message: 'Step "pay" has an unknown field.',
    range: { uri: 'a.yaml', start, end: start + marked.length },
    path: '/workflows/0/steps/0/foo',
    ...extra,
  };
}

test('a diagnostic shows its place, the source line with carets, and help', () => {
  const text = 'steps:\n  - foo: 1\n';
  const diagnostic = diagnosticAt(text, 'foo', { hint: 'Remove it.' });
  expect(`${formatDiagnostic(diagnostic, text)}\n`).toBe(source`
    a.yaml:2:5  warning  UNKNOWN_FIELD  Step "pay" has an unknown field.
      |
    2 |   - foo: 1
      |     ^^^
    help: Remove it.
  `);
});

test('without the text the place is the JSON Pointer', () => {
  expect(formatDiagnostic(diagnosticAt('foo', 'foo'))).toBe(
    'a.yaml#/workflows/0/steps/0/foo  warning  UNKNOWN_FIELD  Step "pay" has an unknown field.',
  );
});

test('a problem of the whole document needs no pointer', () => {
  const diagnostic = diagnosticAt('foo', 'foo', { path: '' });
  expect(formatDiagnostic(diagnostic)).toMatch(/^a\.yaml {2}warning/);
});

test('of a range over several lines the first is marked', () => {
  const text = 'a:\n  b: 1\n  c: 2\n';
  const lines = formatDiagnostic(diagnosticAt(text, 'b: 1\n  c: 2'), text).split('\n');
  expect(lines.slice(2)).toEqual(['2 |   b: 1', '  |   ^^^^']);
});

test('an empty range has one caret, also behind the last character', () => {
  const text = 'a: [';
  const range = { uri: 'a.yaml', start: 4, end: 4 };
  const lines = formatDiagnostic(diagnosticAt(text, 'a', { range }), text).split('\n');
  expect(lines.slice(2)).toEqual(['1 | a: [', '  |     ^']);
});

test('a long line is cut around the carets', () => {
  const text = `${'a'.repeat(200)}FOO${'b'.repeat(200)}`;
  const [, , line = '', carets = ''] = formatDiagnostic(
    diagnosticAt(text, 'FOO'),
    text,
  ).split('\n');
  expect(line.length).toBeLessThan(110);
  expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('FOO');
  expect(line).toMatch(/^1 \| …a+FOOb+…$/);
});

test('tabs before the mark keep the carets below it', () => {
  const text = '\ta:\tfoo';
  const [, , line = '', carets = ''] = formatDiagnostic(
    diagnosticAt(text, 'foo'),
    text,
  ).split('\n');
  expect(line.indexOf('foo')).toBe(carets.indexOf('^'));
});

test('wide characters take two cells, combining ones none', () => {
  const text = '名e\u0301: foo';
  const carets = formatDiagnostic(diagnosticAt(text, 'foo'), text).split('\n')[3] ?? '';
  expect(carets).toBe('  |      ^^^');
});

test('control characters of a document never reach the terminal', () => {
  const text = 'a: "\u001b[2J\u202e"';
  const message = 'Found \u001b[2J.';
  const printed = formatDiagnostic(diagnosticAt(text, 'a', { message }), text);
  expect(printed).not.toContain('\u001b');
  expect(printed).not.toContain('\u202e');
});

test('nor do those of a key, when there is no text to show', () => {
  const path = '/workflows/\u001b[2J';
  const printed = formatDiagnostic({ ...diagnosticAt('a', 'a'), path });
  expect(printed).toContain('#/workflows/\ufffd[2J');
});

test('the style of the caller decorates each part', () => {
  const text = 'foo: 1';
  const printed = formatDiagnostic(
    diagnosticAt(text, 'foo', { hint: 'Remove it.' }),
    text,
    (part, piece) => `<${part}>${piece}</${part}>`,
  );
  expect(printed).toContain(
    '<location>a.yaml:1:1</location>  <warning>warning</warning>',
  );
  expect(printed).toContain('<warning>^^^</warning>');
  expect(printed).toContain('<help>help:</help> Remove it.');
});
