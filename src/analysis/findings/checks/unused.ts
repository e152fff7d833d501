import type { ArazzoDocument, Json } from '../../../arazzo-import/document.ts';
import { appendToken } from '../../../arazzo-import/json-pointer.ts';
import { listedNames } from '../../../arazzo-import/link/listed-names.ts';
import { usedSources } from '../../../arazzo-import/sources/used-sources.ts';
import { nearestName } from '../../../diagnostics/index.ts';
import { textsIn } from '../texts-in.ts';
import type { Finding, WorkflowView } from '../view.ts';
import { quoted } from '../words.ts';

/** Inputs and outputs of steps that nothing reads. */
export function findUnused({
  document,
  workflow,
  plan,
}: WorkflowView): readonly Finding[] {
  const { inputs: _schema, ...rest } = workflow;
  const texts = textsIn([rest, document.components, plan.steps] as unknown as Json);
  return [
    ...findUnusedInputs(plan.inputs, workflow.path, { document, workflow, texts }),
    ...findUnusedOutputs({ document, workflow, texts }),
  ];
}

interface Uses {
  readonly document: ArazzoDocument;
  readonly workflow: WorkflowView['workflow'];
  readonly texts: readonly string[];
}

function findUnusedInputs(
  schema: WorkflowView['plan']['inputs'],
  path: string,
  { workflow, texts, document }: Uses,
): readonly Finding[] {
  const names = listedNames(schema) ?? [];
  const elsewhere = `workflows.${workflow.workflowId}.inputs`;
  const others =
    document.workflows.length > 1 ? textsIn(document.workflows as unknown as Json) : [];
  const used = new Set([
    ...namesAfter('inputs', texts, names),
    ...namesAfter(elsewhere, others, names),
  ]);
  const unused = names.filter((name) => !used.has(name));
  if (used.has('') || unused.length === 0) return [];
  return unused.map((name) => ({
    code: 'UNUSED_INPUT',
    severity: 'info',
    target: 'key',
    path: placeOfInput(workflow, path, name),
    message: `Nothing in workflow "${workflow.workflowId}" reads its input "${name}".`,
    hint: `Remove it, or use "$inputs.${name}".`,
  }));
}

function placeOfInput({ inputs }: Uses['workflow'], path: string, name: string): string {
  const properties = typeof inputs === 'object' ? inputs['properties'] : undefined;
  const isOwn =
    typeof properties === 'object' &&
    properties !== null &&
    Object.hasOwn(properties, name);
  return isOwn ? appendToken(`${path}/inputs/properties`, name) : `${path}/inputs`;
}

/** A workflow without outputs shows what its steps have found in theirs. */
function findUnusedOutputs({ workflow, texts, document }: Uses): readonly Finding[] {
  if (Object.keys(workflow.outputs).length === 0) return [];
  const others =
    document.workflows.length > 1 ? textsIn(document.workflows as unknown as Json) : [];
  const tails = new Set(
    [...texts, ...others].flatMap((text) => tailsAfter('steps', text)),
  );
  const reads = new Set([...tails].flatMap(prefixes));
  return workflow.steps.flatMap(({ stepId, outputs, path }) => {
    const names = Object.keys(outputs);
    if (names.length === 0 || tails.has(`${stepId}.outputs`)) return [];
    const wanted = tails.size > 500 ? [] : misspelled([...tails], stepId, names);
    const unused = names.filter(
      (name) =>
        !reads.has(`${stepId}.outputs.${name}`) &&
        !reads.has(`${stepId}.${name}`) &&
        !wanted.includes(name),
    );
    if (unused.length === 0) return [];
    const noun = unused.length === 1 ? 'output' : 'outputs';
    return [
      {
        code: 'UNUSED_OUTPUT' as const,
        severity: 'info' as const,
        target: 'key' as const,
        path:
          unused.length === 1
            ? appendToken(`${path}/outputs`, unused[0] ?? '')
            : `${path}/outputs`,
        message: `Nothing reads the ${noun} ${quoted(unused)} of step "${stepId}".`,
        hint: `Remove ${unused.length === 1 ? 'it' : 'them'}, or add ${unused.length === 1 ? 'it' : 'them'} to the outputs of the workflow.`,
      },
    ];
  });
}

/** The outputs that misspelled expressions mean: those have a finding of their own. */
function misspelled(
  tails: readonly string[],
  stepId: string,
  names: readonly string[],
): readonly string[] {
  const prefix = `${stepId}.outputs.`;
  return tails
    .filter(
      (tail) => tail.startsWith(prefix) && !names.includes(tail.slice(prefix.length)),
    )
    .flatMap((tail) => nearestName(tail.slice(prefix.length), names) ?? []);
}

/** The names that follow, as written or as they were meant; `''` when all are meant. */
function namesAfter(
  word: string,
  texts: readonly string[],
  names: readonly string[],
): readonly string[] {
  const tails = new Set(texts.flatMap((text) => tailsAfter(word, text)));
  return [...tails].flatMap((tail) => {
    if (tail === '') return [''];
    const found = prefixes(tail).filter((each) => names.includes(each));
    const [first = tail] = tail.split('.');
    return found.length > 0 ? found : [nearestName(first, names) ?? first];
  });
}

/** What follows `$inputs.` and the like in a text; `''` when nothing does. */
function tailsAfter(word: string, text: string): readonly string[] {
  if (!text.includes(word)) return [];
  const pattern = new RegExp(
    `(?<![\\w.-])\\$?\\{?${word.replaceAll('.', '\\.')}(?:\\.([\\w.-]*))?`,
    'gu',
  );
  return Array.from(text.matchAll(pattern), ([whole, tail = '']) =>
    whole.startsWith('$') || tail !== '' ? tail.replace(/\.+$/u, '') : [],
  ).flat();
}

function prefixes(tail: string): readonly string[] {
  const words = tail.split('.');
  return words.map((_, index) => words.slice(0, index + 1).join('.'));
}

/** Components and sources that nothing in the document refers to. */
export function findUnusedParts(document: ArazzoDocument): readonly Finding[] {
  const { components, sourceDescriptions, workflows } = document;
  const used = usedSources(document);
  const texts = textsIn([workflows, components] as unknown as Json);
  const references = texts
    .filter((text) => /components\.|#\/components\//u.test(text))
    .join('\n');
  const sections = ['inputs', 'parameters', 'successActions', 'failureActions'] as const;
  return [
    ...sourceDescriptions
      .filter(({ name }) => !used.has(name))
      .map(({ name, path }) => ({
        code: 'UNUSED_SOURCE' as const,
        severity: 'info' as const,
        path,
        message: `Nothing in the document uses the source "${name}".`,
        hint: 'Remove it.',
      })),
    ...sections.flatMap((section) =>
      Object.keys(components[section])
        .filter((name) => !refersTo(references, section, name))
        .map((name) => ({
          code: 'UNUSED_COMPONENT' as const,
          severity: 'info' as const,
          target: 'key' as const,
          path: appendToken(`/components/${section}`, name),
          message: `Nothing in the document refers to the component "${name}" under ${section}.`,
          hint: `Remove it, or refer to it with "$components.${section}.${name}".`,
        })),
    ),
  ];
}

function refersTo(references: string, section: string, name: string): boolean {
  return [`components.${section}.${name}`, `#/components/${section}/${name}`].some(
    (text) => {
      for (
        let at = references.indexOf(text);
        at >= 0;
        at = references.indexOf(text, at + 1)
      )
        if (!/[\w-]/u.test(references.charAt(at + text.length))) return true;
      return false;
    },
  );
}
