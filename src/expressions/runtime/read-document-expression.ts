import { parsePointer } from '../json-pointer.ts';
import { fail, take } from '../parsed.ts';
import type { ComponentExpression, SourceExpression } from './expression.ts';
import { addNote, checkName } from './read-tail.ts';
import type { Source } from './read-tail.ts';

const sections: readonly ComponentExpression['section'][] = [
  'parameters',
  'successActions',
  'failureActions',
  'inputs',
];

/** Reads what follows `$components.`. */
export function readComponent(source: Source, from: number): ComponentExpression {
  const rest = source.text.slice(from);
  const section = sections.find((word) => rest.startsWith(`${word}.`));
  if (section === undefined) {
    fail(`"${source.text}" names no component.`, from, `Use ${sections.join(', ')}.`);
  }
  const name = rest.slice(section.length + 1);
  checkName(source, name, from + section.length + 1, 'component');
  return { kind: 'components', text: source.text, section, name };
}

/** Reads what follows `$sourceDescriptions.`. An operationId may hold any character but braces. */
export function readSource(source: Source, from: number): SourceExpression {
  const [, name = '', rest = ''] = /^([^.#]*)(.*)$/s.exec(source.text.slice(from)) ?? [];
  checkName(source, name, from, 'source description');
  const brace = rest.search(/[{}]/);
  if (brace >= 0) fail('A name cannot hold braces.', from + name.length + brace);
  const hash = rest.includes('#/') ? rest.indexOf('#/') : rest.length;
  const pointer = take(parsePointer(rest.slice(hash + 1)), source.notes, from + hash);
  const reference = rest.slice(1, hash);
  if (reference === '' && pointer.length === 0) {
    fail(`"${source.text}" names nothing in "${name}".`, from + name.length);
  }
  noteReference(source, name, reference);
  return {
    kind: 'sourceDescriptions',
    text: source.text,
    source: name,
    reference,
    pointer,
  };
}

function noteReference(source: Source, name: string, reference: string): void {
  if (reference !== '' && !reference.startsWith('workflows.')) return;
  const id = reference.slice('workflows.'.length);
  addNote(
    source,
    'UNUSUAL_SOURCE_REFERENCE',
    `"${source.text}" is an old way to refer to a part of "${name}".`,
    reference === ''
      ? `Write "{$sourceDescriptions.${name}.url}#/…".`
      : `Write "$sourceDescriptions.${name}.${id}".`,
  );
}
