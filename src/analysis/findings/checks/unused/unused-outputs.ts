import { appendToken } from '../../../../arazzo-import/json-pointer.ts';
import { nearestName } from '../../../../diagnostics/index.ts';
import type { Finding, WorkflowView } from '../../view.ts';
import { quoted } from '../../words.ts';
import { mentionsOf } from './mentions.ts';
import { beginningsOf } from './names-after.ts';

/** Outputs of steps that nothing reads. A workflow without outputs shows what its steps have in theirs. */
export function findUnusedOutputs(view: WorkflowView): readonly Finding[] {
  const { workflow } = view;
  if (Object.keys(workflow.outputs).length === 0) return [];
  const stepIds = new Set(workflow.steps.map(({ stepId }) => stepId));
  const tails = new Set(
    [...mentionsOf(view).steps].map((tail) => withKnownStep(tail, stepIds)),
  );
  const read = new Set([...tails].flatMap(beginningsOf));
  const byStep = groupByStep(tails);
  return workflow.steps.flatMap(({ stepId, outputs, path }) => {
    // All of them are meant.
    if (tails.has(`${stepId}.outputs`)) return [];
    const names = Object.keys(outputs);
    const meant = misspelled(byStep.get(stepId) ?? [], stepId, names);
    const unused = names.filter(
      (name) =>
        !read.has(`${stepId}.outputs.${name}`) &&
        !read.has(`${stepId}.${name}`) &&
        !meant.includes(name),
    );
    return unused.length === 0 ? [] : [toFinding(stepId, `${path}/outputs`, unused)];
  });
}

/** A misspelled step has a finding of its own; what is read of the one that was meant is used. */
function withKnownStep(tail: string, stepIds: ReadonlySet<string>): string {
  const [stepId = '', ...rest] = tail.split('.');
  if (stepIds.has(stepId)) return tail;
  return [nearestName(stepId, stepIds) ?? stepId, ...rest].join('.');
}

function groupByStep(tails: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const tail of tails) {
    const [stepId = ''] = tail.split('.');
    const group = groups.get(stepId);
    if (group === undefined) groups.set(stepId, [tail]);
    else group.push(tail);
  }
  return groups;
}

/** The outputs that misspelled expressions mean: those have a finding of their own. */
function misspelled(
  tails: readonly string[],
  stepId: string,
  names: readonly string[],
): readonly string[] {
  const prefix = `${stepId}.outputs.`;
  return tails
    .filter((tail) => tail.startsWith(prefix))
    .map((tail) => tail.slice(prefix.length))
    .filter((name) => !names.includes(name))
    .flatMap((name) => nearestName(name, names) ?? []);
}

function toFinding(stepId: string, path: string, unused: readonly string[]): Finding {
  const [only = '', ...others] = unused;
  const isOne = others.length === 0;
  const pronoun = isOne ? 'it' : 'them';
  return {
    code: 'UNUSED_OUTPUT',
    severity: 'info',
    target: 'key',
    path: isOne ? appendToken(path, only) : path,
    message: `Nothing reads the ${isOne ? 'output' : 'outputs'} ${quoted(unused)} of step "${stepId}".`,
    hint: `Remove ${pronoun}, or add ${pronoun} to the outputs of the workflow.`,
  };
}
