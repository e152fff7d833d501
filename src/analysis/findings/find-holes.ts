import { enginesForChecks } from '../../arazzo-import/check/engines-for-checks.ts';
import { enginesForDocument } from '../../arazzo-import/engines-for-document.ts';
import type { ImportedDocument } from '../../arazzo-import/import-document.ts';
import { loadSharedEngines } from '../../arazzo-import/shared-engines.ts';
import type { DocumentUnit } from '../../arazzo-import/sources/document-unit.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { findActions } from './checks/actions/find-actions.ts';
import { findBareSteps } from './checks/bare-steps.ts';
import { findCriteria } from './checks/criteria.ts';
import { findMissingTokens } from './checks/idempotency.ts';
import { findImpossibleStatuses } from './checks/impossible-statuses.ts';
import { findLoops } from './checks/loops.ts';
import { findMissingOutputs } from './checks/missing-outputs.ts';
import { findMissingWorkflows } from './checks/missing-workflows.ts';
import { findOtherAnswers } from './checks/other-answers.ts';
import { findPayloads } from './checks/payloads.ts';
import { findPolls } from './checks/polls.ts';
import { findResponseMembers } from './checks/response-members.ts';
import { findRestarts } from './checks/restarts.ts';
import { findSecrets } from './checks/secrets/find-secrets.ts';
import { findStatusCodes } from './checks/status-codes.ts';
import { findStatuses } from './checks/statuses/find-statuses.ts';
import { findUndocumentedStatuses } from './checks/undocumented-statuses.ts';
import { findUnreachableSteps } from './checks/unreachable-steps.ts';
import { findUnusedInputs } from './checks/unused/unused-inputs.ts';
import { findUnusedOutputs } from './checks/unused/unused-outputs.ts';
import { findUnusedParts } from './checks/unused/unused-parts.ts';
import { configsOf } from './configs-of.ts';
import { relatedWorkflows } from './graph/related-workflows.ts';
import { toWorkflowView } from './to-view.ts';
import type { Finding, ServiceFacts, WorkflowView } from './view.ts';

/** Everything that looks at a workflow. */
const checks: readonly ((view: WorkflowView) => readonly Finding[])[] = [
  findPolls,
  findStatuses,
  findActions,
  findLoops,
  findRestarts,
  findUnreachableSteps,
  findMissingOutputs,
  findMissingWorkflows,
  findCriteria,
  findImpossibleStatuses,
  findStatusCodes,
  findUndocumentedStatuses,
  findOtherAnswers,
  findResponseMembers,
  findPayloads,
  findMissingTokens,
  findBareSteps,
  findUnusedInputs,
  findUnusedOutputs,
];

/**
 * Finds the holes of an imported document without calling anything: statuses that fall through, polls
 * without a delay, steps and actions that are never reached, outputs that may not be there, and others.
 * What importing has found is not among them. A workflow with errors is not looked at.
 */
export async function findHoles(
  imported: ImportedDocument,
  facts: ServiceFacts = {},
): Promise<readonly Diagnostic[]> {
  const [unit] = imported.units;
  if (unit === undefined) return [];
  const findings = [
    ...(await findInWorkflows(imported, unit, facts)),
    ...findSecrets(unit.document),
    ...findUnusedParts(unit.document),
  ];
  return distinct(findings).map((finding) => toDiagnostic(finding, unit));
}

/** A finding with its place in the text of a document. */
export function toDiagnostic(
  { target, ...finding }: Finding,
  { rangeAt }: Pick<DocumentUnit, 'rangeAt'>,
): Diagnostic {
  return { ...finding, range: rangeAt(finding.path, target) };
}

async function findInWorkflows(
  { units, workflows }: ImportedDocument,
  unit: DocumentUnit,
  facts: ServiceFacts,
): Promise<readonly Finding[]> {
  const engines = await loadSharedEngines([
    ...units.flatMap(({ document }) => [...enginesForDocument(document)]),
    ...enginesForChecks(units),
  ]);
  const sound = workflows.filter(({ hasErrors }) => !hasErrors);
  const configs = configsOf(sound);
  const related = relatedWorkflows(workflows.map(({ plan }) => plan));
  const plans = new Map(workflows.map(({ plan }) => [plan.workflowId, plan] as const));
  const context = { unit, engines, facts, related, plans };
  const written = new Map(unit.document.workflows.map((each) => [each.path, each]));
  return sound.flatMap((imported) => {
    const workflow = written.get(imported.path);
    const config = configs.get(imported.plan.key);
    if (workflow === undefined || config === undefined) return [];
    const { plan } = imported;
    const view = toWorkflowView({ workflow, plan, config }, context);
    return checks.flatMap((find) => find(view));
  });
}

/** What several steps take from one place is found for each of them. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  const known = new Map(
    findings.map((each) => [JSON.stringify([each.code, each.path, each.message]), each]),
  );
  return [...known.values()];
}
