import type { Json } from '../../../../arazzo-import/document.ts';
import { textsIn } from '../../texts-in.ts';
import type { WorkflowView } from '../../view.ts';

/** The texts in which a workflow may name its own parts: its own but for its inputs, and the components. */
export function textsOf({ workflow, document }: WorkflowView): readonly string[] {
  const { inputs: _schema, ...rest } = workflow;
  return textsIn([rest, document.components] as unknown as Json);
}

/** The texts in which other workflows may name them too. */
export function textsOfAll({ document: { workflows } }: WorkflowView): readonly string[] {
  return workflows.length > 1 ? textsIn(workflows as unknown as Json) : [];
}
