import { parseDocument } from '../../../src/arazzo-import/parse/parse-document.ts';
import { parseText } from '../../../src/arazzo-import/parse/parse-text.ts';
import type {
  ArazzoDocument,
  Step,
  Workflow,
} from '../../../src/arazzo-import/document.ts';
import type { Diagnostic } from '../../../src/diagnostics/index.ts';

/** What a test wants to know about a diagnostic. */
export interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly path: string;
  /** The first line of the text that the range covers. */
  readonly at: string;
}

/** Gives you the findings of an Arazzo text. */
export function diagnose(text: string): Finding[] {
  return parseDocument(text, 'test.yaml').diagnostics.map((each) =>
    toFinding(each, text),
  );
}

/** Gives you the findings of a text that need not be Arazzo. */
export function diagnoseText(text: string): Finding[] {
  return parseText(text, 'test.yaml').diagnostics.map((each) => toFinding(each, text));
}

/** Gives you the hints of an Arazzo text. */
export function hintsOf(text: string): (string | undefined)[] {
  return parseDocument(text, 'test.yaml').diagnostics.map(({ hint }) => hint);
}

/** Gives you the document of a text that has one. */
export function documentOf(text: string): ArazzoDocument {
  const { document, diagnostics } = parseDocument(text, 'test.yaml');
  if (document === undefined) throw new Error(JSON.stringify(diagnostics));
  return document;
}

/** Gives you the first workflow of a text. */
export function workflowOf(text: string): Workflow {
  const [workflow] = documentOf(text).workflows;
  if (workflow === undefined) throw new Error('no workflow');
  return workflow;
}

/** Gives you the first step of the first workflow of a text. */
export function stepOf(text: string): Step {
  const [step] = workflowOf(text).steps;
  if (step === undefined) throw new Error('no step');
  return step;
}

export function error(code: string, path: string, at: string): Finding {
  return { code, severity: 'error', path, at };
}

export function warning(code: string, path: string, at: string): Finding {
  return { code, severity: 'warning', path, at };
}

function toFinding({ code, severity, path, range }: Diagnostic, text: string): Finding {
  const [at = ''] = text.slice(range.start, range.end).split('\n');
  return { code, severity, path, at };
}
