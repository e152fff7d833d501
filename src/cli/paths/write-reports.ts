import type { HidePath } from '../../testing/reports/hide-path.ts';
import type { Io } from '../io.ts';
import type { TestedDocument } from './tested-document.ts';
import { writeFile } from './write-file.ts';

/** The files that reports are written to. */
export interface ReportArguments {
  readonly junit?: string;
  readonly html?: string;
}

/** Writes the reports that a call asks for. */
export async function writeReports(
  { document, reports }: TestedDocument,
  {
    given: { junit, html },
    hide,
    io,
  }: { readonly given: ReportArguments; readonly hide: HidePath; readonly io: Io },
): Promise<void> {
  const options = { document: document.uri, at: Date.now(), hide };
  if (junit !== undefined) {
    const { toJUnit } = await import('../../testing/reports/junit/to-junit.ts');
    await writeFile(junit, toJUnit(reports, options), { io, option: 'junit' });
  }
  if (html !== undefined) {
    const { toHtml } = await import('../../testing/reports/html/to-html.ts');
    await writeFile(html, toHtml(reports, options), { io, option: 'html' });
  }
}
