import type { ArazzoDocument, SourceDescription, Step } from '../document.ts';

/**
 * The names of the sources that a document uses, in a call or in an expression. A name without a
 * source that could belong to several counts for all of them.
 */
export function usedSources(document: ArazzoDocument): ReadonlySet<string> {
  const { workflows, components, sourceDescriptions } = document;
  const local = new Set(workflows.map(({ workflowId }) => workflowId));
  const steps = workflows.flatMap((workflow) => workflow.steps);
  const plain = plainCalls(steps, local);
  const mayBeCalled = ({ type }: SourceDescription): boolean =>
    (plain.operation && type !== 'arazzo') ||
    (plain.workflow && (type === 'arazzo' || type === undefined));
  const isEachCalled = sourceDescriptions.every(mayBeCalled);
  const texts = isEachCalled ? [] : textsIn([workflows, components]);
  const used = sourceDescriptions.filter(
    (source) => mayBeCalled(source) || texts.some((text) => mentions(text, source.name)),
  );
  return new Set(used.map(({ name }) => name));
}

/** Whether operations, or workflows of other documents, are called without a source. */
function plainCalls(
  steps: readonly Step[],
  local: ReadonlySet<string>,
): { readonly operation: boolean; readonly workflow: boolean } {
  return {
    operation: steps.some(
      ({ operationId, operationPath }) => isPlain(operationId) || isRoute(operationPath),
    ),
    workflow: steps.some(
      ({ workflowId }) => isPlain(workflowId) && !local.has(workflowId ?? ''),
    ),
  };
}

function isPlain(id: string | undefined): boolean {
  return id !== undefined && !id.startsWith('$');
}

/** `POST /pets`, which may be of any source. */
function isRoute(path: string | undefined): boolean {
  return path !== undefined && !path.includes('$sourceDescriptions.');
}

/** In an expression, or as documents abbreviate it: `petstore.listPets`. */
function mentions(text: string, name: string): boolean {
  if (text.startsWith(`${name}.`)) return true;
  const expression = `$sourceDescriptions.${name}`;
  for (
    let at = text.indexOf(expression);
    at >= 0;
    at = text.indexOf(expression, at + 1)
  ) {
    if (!/[\w-]/u.test(text.charAt(at + expression.length))) return true;
  }
  return false;
}

/** The texts in which a source can be named. */
function textsIn(value: unknown): readonly string[] {
  const found: string[] = [];
  const pending = [value];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next === 'string') found.push(next);
    else if (typeof next === 'object' && next !== null)
      for (const member of Object.values(next)) pending.push(member);
  }
  return found.filter((text) => text.includes('.'));
}
