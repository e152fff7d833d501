import { explain } from './explain.mjs';

/** What became of the mutants, as text, and how many of them were found. */
export function report(verdicts) {
  const by = (foundBy) => verdicts.filter((each) => each.foundBy === foundBy);
  const [check, test, survivors] = [by('check'), by('test'), by(undefined)];
  const found = check.length + test.length;
  const percent = verdicts.length === 0 ? 0 : (found / verdicts.length) * 100;
  const lines = [
    ...table(verdicts),
    '',
    `${verdicts.length} mutants of ${new Set(verdicts.map(({ file }) => file)).size} documents: ${check.length} found by check, ${test.length} only by test, ${survivors.length} survive.`,
    `Found: ${percent.toFixed(1)} %`,
    ...(survivors.length === 0 ? [] : ['', 'Survivors', ...survivors.flatMap(toLines)]),
    '',
  ];
  return { text: lines.join('\n'), percent };
}

function table(verdicts) {
  const operators = [...new Set(verdicts.map(({ operator }) => operator))];
  const width = Math.max(...operators.map(({ length }) => length), 8);
  const row = (name, ...cells) =>
    [name.padEnd(width), ...cells.map((cell) => String(cell).padStart(9))].join('');
  return [
    row('mutation', 'mutants', 'check', 'test', 'survive'),
    ...operators.map((operator) => {
      const own = verdicts.filter((each) => each.operator === operator);
      const count = (foundBy) => own.filter((each) => each.foundBy === foundBy).length;
      return row(operator, own.length, count('check'), count('test'), count(undefined));
    }),
  ];
}

function toLines(survivor) {
  const { file, where, operator, what } = survivor;
  return [`  ${file}#${where}`, `    ${operator}: ${what}`, `    ${explain(survivor)}`];
}
