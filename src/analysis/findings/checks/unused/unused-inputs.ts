import { isObject } from '../../../../arazzo-import/is-object.ts';
import { appendToken } from '../../../../arazzo-import/json-pointer.ts';
import { listedNames } from '../../../../arazzo-import/link/listed-names.ts';
import { nearestName } from '../../../../diagnostics/index.ts';
import type { Finding, WorkflowView } from '../../view.ts';
import { mentionsOf } from './mentions.ts';
import { beginningsOf } from './names-after.ts';

/** Inputs that nothing reads. */
export function findUnusedInputs(view: WorkflowView): readonly Finding[] {
  const { workflow, plan } = view;
  const { workflowId } = workflow;
  const names = listedNames(plan.inputs) ?? [];
  if (names.length === 0) return [];
  const { inputs: tails } = mentionsOf(view);
  // All of them are meant.
  if (tails.has('')) return [];
  const known = new Set(names);
  const used = new Set([...tails].flatMap((tail) => meantBy(tail, known)));
  return names
    .filter((name) => !used.has(name))
    .map((name) => ({
      code: 'UNUSED_INPUT',
      severity: 'info',
      target: 'key',
      path: placeOf(workflow, name),
      message: `Nothing in workflow "${workflowId}" reads its input "${name}".`,
      hint: `Remove it, or use "$inputs.${name}".`,
    }));
}

/** A misspelled name has a finding of its own; the input that was meant is used. */
function meantBy(tail: string, names: ReadonlySet<string>): readonly string[] {
  const found = beginningsOf(tail).filter((each) => names.has(each));
  if (found.length > 0) return found;
  const near = nearestName(tail.split('.')[0] ?? '', names);
  return near === undefined ? [] : [near];
}

function placeOf({ inputs, path }: WorkflowView['workflow'], name: string): string {
  const properties = isObject(inputs) ? inputs['properties'] : undefined;
  return isObject(properties) && Object.hasOwn(properties, name)
    ? appendToken(`${path}/inputs/properties`, name)
    : `${path}/inputs`;
}
