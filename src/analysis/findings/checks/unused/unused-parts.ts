import type { ArazzoDocument, Json } from '../../../../arazzo-import/document.ts';
import { appendToken } from '../../../../arazzo-import/json-pointer.ts';
import { nearestName } from '../../../../diagnostics/index.ts';
import { usedSources } from '../../../../arazzo-import/sources/used-sources.ts';
import { textsIn } from '../../texts-in.ts';
import type { Finding } from '../../view.ts';
import { beginningsOf } from './names-after.ts';

const sections = ['inputs', 'parameters', 'successActions', 'failureActions'] as const;

/** Sources and components that nothing in the document refers to. */
export function findUnusedParts(document: ArazzoDocument): readonly Finding[] {
  return [...findUnusedSources(document), ...findUnusedComponents(document)];
}

function findUnusedSources(document: ArazzoDocument): readonly Finding[] {
  const used = usedSources(document);
  if (namesUnknownSource(document)) return [];
  return document.sourceDescriptions
    .filter(({ name }) => !used.has(name))
    .map(({ name, path }) => ({
      code: 'UNUSED_SOURCE',
      severity: 'info',
      path,
      message: `Nothing in the document uses the source "${name}".`,
      hint: 'Remove it.',
    }));
}

/** A misspelled source has a finding of its own, and which one was meant is not known. */
function namesUnknownSource({ sourceDescriptions, workflows }: ArazzoDocument): boolean {
  const names = new Set(sourceDescriptions.map(({ name }) => name));
  return textsIn(workflows as unknown as Json).some((text) =>
    Array.from(text.matchAll(/\$sourceDescriptions\.([\w-]+)/gu)).some(
      ([, name = '']) => !names.has(name),
    ),
  );
}

function findUnusedComponents({
  components,
  workflows,
}: ArazzoDocument): readonly Finding[] {
  const used = referencesIn(textsIn([workflows, components] as unknown as Json));
  return sections.flatMap((section) =>
    Object.keys(components[section])
      .filter((name, _index, names) => !isUsed(used, section, { name, names }))
      .map((name) => ({
        code: 'UNUSED_COMPONENT' as const,
        severity: 'info' as const,
        target: 'key' as const,
        path: appendToken(`/components/${section}`, name),
        message: `Nothing in the document refers to the component "${name}" under ${section}.`,
        hint: `Remove it, or refer to it with "$components.${section}.${name}".`,
      })),
  );
}

/** A misspelled name has a finding of its own; the component that was meant is used. */
function isUsed(
  used: ReadonlySet<string>,
  section: string,
  { name, names }: { readonly name: string; readonly names: readonly string[] },
): boolean {
  if (used.has(`${section}.${name}`)) return true;
  const prefix = `${section}.`;
  return [...used]
    .filter((each) => each.startsWith(prefix))
    .map((each) => each.slice(prefix.length))
    .some((each) => !names.includes(each) && nearestName(each, names) === name);
}

/** `$components.parameters.page` and, in schemas, `#/components/inputs/page`. */
function referencesIn(texts: readonly string[]): ReadonlySet<string> {
  const pattern = /components\.([\w.-]+)|#\/components\/([\w.-]+)\/([\w.-]+)/gu;
  return new Set(
    texts
      .filter((text) => text.includes('components'))
      .flatMap((text) =>
        Array.from(text.matchAll(pattern), ([, dotted, section, name]) =>
          beginningsOf(dotted ?? `${section ?? ''}.${name ?? ''}`),
        ).flat(),
      ),
  );
}
