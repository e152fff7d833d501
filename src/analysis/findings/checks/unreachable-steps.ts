import { reach } from '../graph/reach.ts';
import type { Finding, WorkflowView } from '../view.ts';
import { quoted } from '../words.ts';

/** Steps that no way leads to; those that only they lead to are told with them. */
export function findUnreachableSteps({ graph, steps }: WorkflowView): readonly Finding[] {
  const reached = new Set(reach(graph, graph.initial).keys());
  const findings: Finding[] = [];
  for (const { key, step } of steps) {
    if (reached.has(key) || graph.helpers.has(step.stepId)) continue;
    const others = [...reach(graph, key).keys()].filter(
      (each) => each !== key && !reached.has(each) && graph.stepOf.has(each),
    );
    for (const each of [key, ...others]) reached.add(each);
    const ids = others.map((each) => graph.stepOf.get(each) ?? each);
    findings.push({
      code: 'UNREACHABLE_STEP',
      severity: 'warning',
      path: step.path,
      message: `Step "${step.stepId}" is never run: no step before it goes on to it, and no action leads to it${ids.length === 0 ? '' : `. With it ${quoted(ids)} ${ids.length === 1 ? 'is' : 'are'} not run either`}.`,
      hint: 'Let an action go to it, or give the action that always ends or goes elsewhere criteria.',
    });
  }
  return findings;
}
