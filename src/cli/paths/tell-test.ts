import { printable } from '../../diagnostics/index.ts';
import type { HidePath } from '../../testing/reports/hide-path.ts';
import { formatDuration } from '../format-duration.ts';
import type { Io } from '../io.ts';
import { createStyle } from '../style.ts';
import { jsonReport } from './json-report.ts';
import { tellDoubts, unusableMembers } from './tell-unusable.ts';
import { describeWorkflow } from './terminal/describe-workflow.ts';
import { terminalSetting } from './terminal/terminal-setting.ts';
import { countPaths } from './tested-document.ts';
import type { TestedDocument } from './tested-document.ts';
import { describeMissed } from './threshold.ts';

/** How a test is told. */
interface Telling {
  readonly given: { readonly json?: boolean; readonly verbose?: boolean };
  readonly hide: HidePath;
  readonly io: Io;
}

/** Tells what came of testing a document, to people or to programs. */
export function tellTest(tested: TestedDocument, telling: Telling): void {
  if (telling.given.json === true) tellPrograms(tested, telling);
  else tellPeople(tested, telling);
}

function tellPrograms(tested: TestedDocument, { hide, io }: Telling): void {
  const { document, unusable, leftOut, missed, gone, file, recorded } = tested;
  const more = {
    ...(leftOut.length === 0 ? {} : { leftOut }),
    ...(missed.length === 0 ? {} : { missed }),
    ...(gone.length === 0 ? {} : { gone }),
    ...(recorded === undefined ? {} : { recorded: toRecorded(recorded, file) }),
    ...unusableMembers(document, unusable),
  };
  for (const piece of jsonReport(tested.reports, { hide, more })) io.stdout.write(piece);
}

function toRecorded(
  { recording: _recording, ...counts }: NonNullable<TestedDocument['recorded']>,
  file: TestedDocument['file'],
): object {
  return { file: file?.path, ...counts };
}

function tellPeople(tested: TestedDocument, { given, hide, io }: Telling): void {
  tellDoubts(tested.document, tested.unusable, io);
  for (const line of describeLeftOut(tested))
    io.stderr.write(`${createStyle(io.stderr)('yellow', printable(line))}\n`);
  const setting = terminalSetting(io.stdout, { ...given, hide });
  for (const report of tested.reports)
    io.stdout.write(`${describeWorkflow(report, setting)}\n`);
  for (const line of [...verdict(tested, io), ...describeRecorded(tested)])
    io.stdout.write(`${line}\n`);
  const { file, isCompared, recorded } = tested;
  if (file === undefined || isCompared || recorded !== undefined) return;
  const remark = `Nothing was recorded to compare with; --record writes it to ${file.path}`;
  io.stderr.write(`${createStyle(io.stderr)('dim', printable(remark))}\n`);
}

/** A line for each reason: a document may have many such workflows. */
function describeLeftOut({ leftOut }: TestedDocument): readonly string[] {
  const idsByReason = new Map<string, string[]>();
  for (const { workflowId, why } of leftOut)
    idsByReason.set(why, [...(idsByReason.get(why) ?? []), `"${workflowId}"`]);
  return [...idsByReason].map(
    ([why, ids]) =>
      `${ids.join(', ')} ${ids.length === 1 ? 'was' : 'were'} left out. ${why}`,
  );
}

function verdict(tested: TestedDocument, io: Io): readonly string[] {
  const style = createStyle(io.stdout);
  const { paths, failed, skipped, unfinished, gone } = countPaths(tested);
  const took = style('dim', ` in ${formatDuration(tested.elapsed)}`);
  const all = toPaths(paths);
  const left = [
    ...(skipped === 0 ? [] : [`, ${skipped} skipped`]),
    ...(unfinished === 0 ? [] : [`, ${unfinished} of them unfinished`]),
  ]
    .map((part) => style('yellow', part))
    .join('');
  const bad = [
    ...(failed === 0 ? [] : [`${failed} of ${all} failed${left}${took}`]),
    ...(gone === 0
      ? []
      : [`${gone} recorded ${gone === 1 ? 'path is' : 'paths are'} gone`]),
    ...tested.gone.map((id) => `the recorded workflow "${printable(id)}" is gone`),
    ...tested.missed.map((each) => printable(describeMissed(each))),
  ];
  const good =
    failed === 0
      ? [`${style('green', '✓')} ${toPaths(paths - skipped)} passed${left}${took}`]
      : [];
  return [...good, ...bad.map((line) => `${style('red', '✗')} ${line}`)];
}

function toPaths(count: number): string {
  return count === 1 ? '1 path' : `${count} paths`;
}

function describeRecorded({ recorded, file }: TestedDocument): readonly string[] {
  if (recorded === undefined) return [];
  const { paths, added, changed, gone } = recorded;
  return [
    `  recorded ${paths} in ${printable(file?.path ?? '')}: ${added} new, ${changed} changed, ${gone} gone`,
  ];
}
