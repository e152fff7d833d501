import { didYouMean } from '../../diagnostics/index.ts';
import type { WorkflowReference } from '../plan.ts';
import type { DocumentUnit } from '../sources/document-unit.ts';
import { qualify } from '../sources/create-unit.ts';
import { findSource } from './find-source.ts';
import type { LinkContext } from './link-context.ts';
import { listNames } from './list-names.ts';

/** A workflow that something refers to. */
export interface LinkedWorkflow extends WorkflowReference {
  /** Its document; absent when that could not be read. */
  readonly unit?: DocumentUnit;
}

/**
 * Finds a workflow: a plain id is one of this document, `$sourceDescriptions.<name>.<workflowId>` one
 * of another (A-STEP-16 to A-STEP-18). What is not there is reported.
 */
export function linkWorkflowReference(
  context: LinkContext,
  text: string,
  path: string,
): LinkedWorkflow | undefined {
  if (hasWorkflow(context.unit, text)) return referenceIn(context.unit, text);
  const match = /^\{?\$sourceDescriptions\.([^.{}]+)\.(.+?)\}?$/su.exec(text);
  if (match?.[1] !== undefined && match[2] !== undefined)
    return inSource(context, match[1], match[2], path);
  reportUnknown(context, text, context.unit, path);
  return undefined;
}

/** The reference to a workflow that is there. */
function referenceIn(unit: DocumentUnit, workflowId: string): LinkedWorkflow {
  return { key: qualify(unit, workflowId), workflowId, name: workflowId, unit };
}

function hasWorkflow({ document }: DocumentUnit, wanted: string): boolean {
  return document.workflows.some(({ workflowId }) => workflowId === wanted);
}

function inSource(
  context: LinkContext,
  name: string,
  written: string,
  path: string,
): LinkedWorkflow | undefined {
  const source = findSource(context, name, path);
  if (source === undefined) return undefined;
  if (source.kind !== 'arazzo' && (source.uri !== undefined || source.description.type)) {
    context.report({
      code: 'WRONG_SOURCE_TYPE',
      path,
      message: `The source "${name}" is no Arazzo document; it has no workflows.`,
      hint: 'Name a source whose type is "arazzo", or a workflow of this document.',
    });
    return undefined;
  }
  const unit = source.kind === 'arazzo' ? source.unit : undefined;
  const workflowId = withoutKind(context, unit, { name, written, path });
  if (unit === undefined)
    return { key: `${source.key}.${workflowId}`, workflowId, name: workflowId };
  if (hasWorkflow(unit, workflowId)) return referenceIn(unit, workflowId);
  reportUnknown(context, workflowId, unit, path);
  return undefined;
}

/** `$sourceDescriptions.auth.workflows.login` is how an old tool wrote it (checklist C-32). */
function withoutKind(
  { report }: LinkContext,
  unit: DocumentUnit | undefined,
  { name, written, path }: { name: string; written: string; path: string },
): string {
  const prefix = 'workflows.';
  if (!written.startsWith(prefix) || (unit !== undefined && hasWorkflow(unit, written)))
    return written;
  const workflowId = written.slice(prefix.length);
  report({
    code: 'UNUSUAL_SOURCE_REFERENCE',
    severity: 'warning',
    path,
    message: `"$sourceDescriptions.${name}.${written}" has a "workflows" too many.`,
    hint: `Write "$sourceDescriptions.${name}.${workflowId}".`,
  });
  return workflowId;
}

function reportUnknown(
  { unit: own, report }: LinkContext,
  workflowId: string,
  unit: DocumentUnit,
  path: string,
): void {
  const ids = unit.document.workflows.map((each) => each.workflowId);
  const elsewhere = [...own.sources].find(
    ([, source]) =>
      source.kind === 'arazzo' && source.unit && hasWorkflow(source.unit, workflowId),
  );
  const where = unit === own ? 'This document' : `The document "${unit.uri}"`;
  report({
    code: 'UNKNOWN_WORKFLOW',
    path,
    message: `${where} has no workflow "${workflowId}".`,
    hint:
      elsewhere !== undefined
        ? `Write "$sourceDescriptions.${elsewhere[0]}.${workflowId}".`
        : (didYouMean(workflowId, ids) ?? `Its workflows are ${listNames(ids)}.`),
  });
}
