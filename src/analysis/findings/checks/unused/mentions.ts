import type { ArazzoDocument, Json } from '../../../../arazzo-import/document.ts';
import { textsIn } from '../../texts-in.ts';
import type { WorkflowView } from '../../view.ts';
import { tailsAfter } from './names-after.ts';

/** What follows `$inputs.` and `$steps.` wherever a workflow may mean its own. */
export interface Mentions {
  readonly inputs: ReadonlySet<string>;
  readonly steps: ReadonlySet<string>;
}

/** What is named in a document besides its workflows' own parts: read once for all of them. */
interface Shared {
  readonly components: Mentions;
  /** What follows `$workflows.`, by its first word. */
  readonly workflows: ReadonlyMap<string, readonly string[]>;
}

const afterInputs = tailsAfter('inputs');
const afterSteps = tailsAfter('steps');
const afterWorkflows = tailsAfter('workflows');

/** What a workflow, the components and other workflows name of its inputs and steps. */
export function mentionsOf({ workflow, document }: WorkflowView): Mentions {
  const { inputs: _schema, ...rest } = workflow;
  const own = mentionsIn(rest as unknown as Json);
  const { components, workflows } = sharedIn(document);
  const prefix = `${workflow.workflowId}.`;
  const elsewhere = (workflows.get(firstWord(prefix)) ?? [])
    .filter((tail) => tail.startsWith(prefix))
    .map((tail) => tail.slice(prefix.length));
  return {
    inputs: new Set([...own.inputs, ...components.inputs, ...below('inputs', elsewhere)]),
    steps: new Set([...own.steps, ...components.steps, ...below('steps', elsewhere)]),
  };
}

function mentionsIn(value: Json): Mentions {
  const texts = textsIn(value);
  return { inputs: afterInputs(texts), steps: afterSteps(texts) };
}

const known = new WeakMap<ArazzoDocument, Shared>();

function sharedIn(document: ArazzoDocument): Shared {
  const found = known.get(document) ?? readShared(document);
  known.set(document, found);
  return found;
}

function readShared({ components, workflows }: ArazzoDocument): Shared {
  const groups = new Map<string, string[]>();
  for (const tail of afterWorkflows(textsIn(workflows as unknown as Json))) {
    const group = groups.get(firstWord(tail));
    if (group === undefined) groups.set(firstWord(tail), [tail]);
    else group.push(tail);
  }
  return {
    components: mentionsIn(components as unknown as Json),
    workflows: groups,
  };
}

function firstWord(tail: string): string {
  return tail.split('.')[0] ?? '';
}

/** What follows the field; `''` when all of it is meant. */
function below(field: string, tails: readonly string[]): readonly string[] {
  return tails.flatMap((tail) => {
    if (tail === field) return [''];
    return tail.startsWith(`${field}.`) ? [tail.slice(field.length + 1)] : [];
  });
}
