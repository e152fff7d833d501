import { lenientCodes } from '../diagnostics/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { enginesForChecks } from './check/engines-for-checks.ts';
import { createCompiler } from './compile/compile-workflow.ts';
import type { CompileOptions, WorkflowConfig } from './compile/config.ts';
import type { ArazzoDocument } from './document.ts';
import { enginesForDocument } from './engines-for-document.ts';
import { checkInputsSchema } from './inputs/check-inputs-schema.ts';
import { reachableWorkflows } from './compile/reachable-workflows.ts';
import type { LinkOptions } from './link/link-context.ts';
import { linkWorkflows } from './link/link-workflows.ts';
import type { LinkedPlan } from './link/link-workflows.ts';
import { parseDocument } from './parse/parse-document.ts';
import type { WorkflowPlan } from './plan.ts';
import { loadSharedEngines } from './shared-engines.ts';
import type { DocumentUnit } from './sources/document-unit.ts';
import { loadDocuments } from './sources/load-documents.ts';
import type { SourceOptions } from './sources/source-options.ts';

/** How a document is imported. */
export interface ImportOptions extends CompileOptions, LinkOptions, SourceOptions {
  /** What to call the text in diagnostics; its file name or URL. @default 'document' */
  readonly uri?: string;
  /**
   * Makes errors of what is not by the letter of the specification but understood all the same: the
   * `lenientCodes`.
   *
   * @default false
   */
  readonly strict?: boolean;
}

/** A document that went through parse, link and compile. */
export interface ImportedDocument {
  readonly document: ArazzoDocument | undefined;
  /** Everything that is wrong or doubtful, in the order of the document. */
  readonly diagnostics: readonly Diagnostic[];
  readonly workflows: readonly ImportedWorkflow[];
  /** The document and those that it refers to, with their sources; none when it is unusable. */
  readonly units: readonly DocumentUnit[];
  /** Where the value of a JSON Pointer stands in the text, or its key. */
  readonly rangeAt: (path: string, target?: 'value' | 'key') => Diagnostic['range'];
}

export interface ImportedWorkflow {
  readonly workflowId: string;
  /** JSON Pointer to the workflow. */
  readonly path: string;
  readonly plan: WorkflowPlan;
  /** Compiled when it is first read. */
  readonly config: WorkflowConfig;
  /** Something in the workflow, or in the document around it, makes it unusable. */
  readonly hasErrors: boolean;
}

/** Takes a text all the way to configs. Never throws on what stands in the text. */
export async function importDocument(
  text: string,
  { uri = 'document', strict = false, ...options }: ImportOptions = {},
): Promise<ImportedDocument> {
  const parsed = parseDocument(text, uri);
  const { document } = parsed;
  if (document === undefined) return { ...parsed, document, workflows: [], units: [] };
  const entry = { uri, text, parsed: { ...parsed, document } };
  const { units, diagnostics } = await loadDocuments(entry, options);
  const engines = await loadSharedEngines([
    ...units.flatMap((unit) => [...enginesForDocument(unit.document)]),
    ...enginesForChecks(units),
  ]);
  const linked = linkWorkflows(units, { engines, options });
  await Promise.all(
    [...linked.values()].map(({ unit, workflow, plan }) =>
      checkInputsSchema(plan.inputs, `${workflow.path}/inputs`, unit.report),
    ),
  );
  const all = inOrder(
    distinct(diagnostics()).map((each) => (strict ? byTheLetter(each) : each)),
  );
  const plans = new Map([...linked].map(([key, { plan }]) => [key, plan]));
  const imports = {
    linked,
    plans,
    compile: createCompiler(plans, options),
    faulty: faultyWorkflows(linked, all),
  };
  return {
    document,
    diagnostics: all,
    units,
    rangeAt: parsed.rangeAt,
    workflows: document.workflows.flatMap(
      ({ workflowId }) => toImported(workflowId, imports) ?? [],
    ),
  };
}

interface Imports {
  readonly linked: ReadonlyMap<string, LinkedPlan>;
  readonly plans: ReadonlyMap<string, WorkflowPlan>;
  readonly compile: (plan: WorkflowPlan) => WorkflowConfig;
  /** The keys of the workflows that have errors of their own. */
  readonly faulty: ReadonlySet<string>;
}

/** A config has everything that a run can get to, so that one is made only when it is asked for. */
function toImported(
  workflowId: string,
  { linked, plans, compile, faulty }: Imports,
): ImportedWorkflow | undefined {
  const found = linked.get(workflowId);
  if (found === undefined) return undefined;
  const { plan, workflow } = found;
  let config: WorkflowConfig | undefined;
  return {
    workflowId,
    path: workflow.path,
    plan,
    get config() {
      return (config ??= compile(plan));
    },
    hasErrors:
      faulty.has(plan.key) ||
      (faulty.size > 0 &&
        reachableWorkflows(plan, plans).some(({ key }) => faulty.has(key))),
  };
}

/** An error in a workflow that another one does not get to does not make that one unusable. */
function faultyWorkflows(
  linked: ReadonlyMap<string, LinkedPlan>,
  diagnostics: readonly Diagnostic[],
): ReadonlySet<string> {
  const places = new Set(
    diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ path, range }) => {
        const [workflow = ''] = /^\/workflows\/[^/]*/u.exec(path) ?? [];
        return `${range.uri}#${workflow}`;
      }),
  );
  return new Set(
    [...linked].flatMap(([key, { unit, workflow }]) =>
      [workflow.path, ''].some((path) => places.has(`${unit.uri}#${path}`)) ? key : [],
    ),
  );
}

/** What several steps inherit, or take from the components, is looked at for each of them. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Map(
    diagnostics.map((each) => [
      JSON.stringify([each.range.uri, each.code, each.path, each.message]),
      each,
    ]),
  );
  return [...known.values()];
}

/** What a strict import makes of a diagnostic: no leniency. */
function byTheLetter(diagnostic: Diagnostic): Diagnostic {
  const isLenient = lenientCodes.some((code) => code === diagnostic.code);
  return isLenient ? { ...diagnostic, severity: 'error' } : diagnostic;
}

/** The imported document first, then the others as they were found. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const uris = [...new Set(diagnostics.map(({ range }) => range.uri))];
  const order = new Map(uris.map((uri, index) => [uri, index]));
  return diagnostics.toSorted(
    ({ range: left }, { range: right }) =>
      (order.get(left.uri) ?? 0) - (order.get(right.uri) ?? 0) ||
      left.start - right.start,
  );
}
