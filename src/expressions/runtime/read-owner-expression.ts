import { fail } from '../parsed.ts';
import type { StepExpression, WorkflowExpression } from './expression.ts';
import { addNote, checkName, readNavigation, readTail } from './read-tail.ts';
import type { Source, Tail } from './read-tail.ts';

interface Owner {
  readonly id: string;
  /** `outputs` when the text forgets to say so. */
  readonly field: string;
  /** Where the field ends. */
  readonly end: number;
}

type OptionalName = Omit<Tail, 'name'> & { readonly name?: string };

/** Words after an id that are not the name of an output: the thing exists but cannot be seen. */
const unseen = new Set(['request', 'response', 'statusCode', 'url', 'method', 'inputs']);

/** Reads what follows `$steps.`. */
export function readStep(source: Source, from: number): StepExpression {
  const owner = readOwner(source, from, 'step', /\.(outputs)(?=[.#[]|$)/);
  const tail = readMember(source, owner.end, 'output');
  return { kind: 'steps', text: source.text, stepId: owner.id, ...tail };
}

/** Reads what follows `$workflows.`. */
export function readWorkflow(source: Source, from: number): WorkflowExpression {
  const fields = /\.(inputs|outputs|steps)(?=[.#[]|$)/;
  const owner = readOwner(source, from, 'workflow', fields);
  const base = { kind: 'workflows', text: source.text, workflowId: owner.id } as const;
  if (owner.field === 'steps') {
    return { ...base, field: 'steps', ...readWorkflowStep(source, owner.end) };
  }
  const field = owner.field === 'inputs' ? 'inputs' : 'outputs';
  return { ...base, field, ...readMember(source, owner.end, field.slice(0, -1)) };
}

/** `$workflows.<id>.steps.<stepId>` alone names a step to wait for; it has no value. */
function readWorkflowStep(
  source: Source,
  from: number,
): OptionalName & { readonly stepId: string } {
  const rest = source.text.slice(from + 1);
  if (rest !== '' && !rest.includes('.')) {
    checkName(source, rest, from + 1, 'step');
    return { stepId: rest, path: [], pointer: [] };
  }
  const step = readStep(source, from + 1);
  const { stepId, path, pointer } = step;
  return step.name === undefined
    ? { stepId, path, pointer }
    : { stepId, path, pointer, name: step.name };
}

function readOwner(source: Source, from: number, what: string, fields: RegExp): Owner {
  const rest = source.text.slice(from);
  const match = fields.exec(rest);
  if (match?.[1] === undefined) return readLenientOwner(source, from, what);
  const id = rest.slice(0, match.index);
  checkId(source, id, from, what);
  return { id, field: match[1], end: from + match.index + match[0].length };
}

/** An id should be a word, but it need not: where the field is named, it is clear where it ends. */
function checkId(source: Source, id: string, from: number, what: string): void {
  if (id === '') fail(`"${source.text}" names no ${what}.`, from);
  const bad = id.search(/[{}[\]#]/);
  if (bad >= 0) fail(`The id of a ${what} cannot hold "${id[bad]}".`, from + bad);
}

/** `$steps.x.name`, `$steps.x.output.name`: everybody understands it, so do we. */
function readLenientOwner(source: Source, from: number, what: string): Owner {
  const [, id = '', word = ''] =
    /^([^.[#]*)\.?([^.[#]*)/.exec(source.text.slice(from)) ?? [];
  checkName(source, id, from, what);
  const end = from + id.length;
  if (source.text[end] !== '.' || word === '' || unseen.has(word)) {
    const hint = `Write "$${what}s.${id}.outputs.<name>", and declare that output.`;
    fail(`"${source.text}" does not name an output of the ${what} "${id}".`, end, hint);
  }
  const isMisspelled = word === 'output' && source.text[end + word.length + 1] === '.';
  const after = isMisspelled ? end + word.length + 1 : end;
  addNote(
    source,
    'MISSING_OUTPUTS_KEYWORD',
    `"${source.text}" ${isMisspelled ? 'writes "outputs" as "output"' : 'leaves out "outputs"'}.`,
    `Write "$${what}s.${id}.outputs${source.text.slice(after)}".`,
  );
  return { id, field: 'outputs', end: after };
}

function readMember(source: Source, from: number, what: string): OptionalName {
  if (source.text[from] === '.') return readTail(source, from + 1, what);
  addNote(
    source,
    'WHOLE_OUTPUTS',
    `"${source.text}" means all ${what}s.`,
    `Name one of them: "${source.text.slice(0, from)}.<name>".`,
  );
  return readNavigation(source, from);
}
