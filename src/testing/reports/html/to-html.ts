import type { WorkflowReport } from '../../run-paths/path-result.ts';
import { hideNothing } from '../hide-path.ts';
import type { HidePath } from '../hide-path.ts';
import { markup, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { isUnfinished } from '../shown-workflow.ts';
import { styleSheet } from './style-sheet.ts';
import { workflowSection } from './workflow-section.ts';

/** What a page says besides. */
export interface HtmlOptions {
  /** The document that the workflows are in. */
  readonly document: string;
  /** When the paths were run, in milliseconds since 1970. */
  readonly at: number;
  /** Takes out of a path what nobody is to see. @default nothing is taken out */
  readonly hide?: HidePath;
}

/**
 * Reports as one HTML page that needs nothing else: no script, nothing from the network.
 */
export function toHtml(
  reports: readonly WorkflowReport[],
  { document, at, hide = hideNothing }: HtmlOptions,
): string {
  const title = `Paths of ${document}`;
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${{ html: styleSheet }}</style>
</head>
<body>
<h1>${title}</h1>
<p>${verdict(reports)} <span class="faint">${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC</span></p>
${contents(reports)}
${reports.map((report, index) => workflowSection(report, `w${index}`, hide))}</body>
</html>
`;
  return page.html;
}

function verdict(reports: readonly WorkflowReport[]): Markup {
  const paths = reports.flatMap((report) => report.paths);
  const failed = paths.filter(({ result }) => result === 'failed').length;
  const skipped = paths.filter(({ result }) => result === 'skipped').length;
  const unfinished = paths.filter(isUnfinished).length;
  const open =
    unfinished === 0
      ? nothing
      : markup` <span class="part">${unfinished} of them ${unfinished === 1 ? 'is' : 'are'} unfinished.</span>`;
  const gone = reports.reduce((sum, report) => sum + (report.gone ?? []).length, 0);
  if (failed + gone === 0 && skipped > 0)
    return markup`<strong class="good">${paths.length - skipped} of ${paths.length} paths passed</strong>, ${skipped} ${skipped === 1 ? 'was' : 'were'} skipped.${open}`;
  if (failed + gone === 0)
    return markup`<strong class="good">${paths.length === 1 ? 'The path' : `All ${paths.length} paths`} passed.</strong>${open}`;
  const lost =
    gone === 0
      ? ''
      : `, and ${gone} recorded ${gone === 1 ? 'path is' : 'paths are'} gone`;
  return markup`<strong class="bad">${failed} of ${paths.length} paths failed${lost}.</strong>`;
}

function contents(reports: readonly WorkflowReport[]): Markup {
  if (reports.length < 2) return nothing;
  const links = reports.map(({ workflowId, paths, gone = [] }, index) => {
    const isFailed = gone.length > 0 || paths.some(({ result }) => result === 'failed');
    const isOpen = paths.some(isUnfinished);
    const look = isFailed ? 'bad' : isOpen ? 'part' : 'good';
    return markup`<p><span class="${look}">${isFailed ? '✗' : isOpen ? '?' : '✓'}</span> <a href="#w${index}">${workflowId}</a></p>`;
  });
  return markup`<nav>${links}</nav>`;
}
