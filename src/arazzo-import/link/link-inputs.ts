import type { Json, JsonObject, Workflow } from '../document.ts';
import { isObject } from '../is-object.ts';
import { appendToken } from '../json-pointer.ts';
import type { LinkContext } from './link-context.ts';
import { reportUnknownComponent } from './unknown-component.ts';

const prefix = '#/components/inputs/';

/**
 * The workflow's inputs schema, standing alone: the components it refers to, and those that they
 * refer to, are moved under its `$defs` (A-WF-08).
 */
export function linkInputs(
  context: LinkContext,
  { inputs, path }: Workflow,
): JsonObject | boolean | undefined {
  if (inputs === undefined || typeof inputs === 'boolean') return inputs;
  const found = new Map<string, Json>();
  const schema = moveReferences(context, inputs, `${path}/inputs`, found) as JsonObject;
  if (found.size === 0) return schema;
  const own = isObject(schema['$defs']) ? schema['$defs'] : {};
  return { ...schema, $defs: { ...own, ...Object.fromEntries(found) } };
}

function moveReferences(
  context: LinkContext,
  schema: Json,
  path: string,
  found: Map<string, Json>,
): Json {
  if (Array.isArray(schema)) {
    return schema.map((item: Json, index) =>
      moveReferences(context, item, appendToken(path, index), found),
    );
  }
  if (!isObject(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string'
        ? moveReference(context, value, `${path}/$ref`, found)
        : moveReferences(context, value, appendToken(path, key), found),
    ]),
  );
}

function moveReference(
  context: LinkContext,
  reference: string,
  path: string,
  found: Map<string, Json>,
): string {
  if (reference.startsWith(prefix)) return moveComponent(context, reference, path, found);
  const name = /^#[^/]/u.test(reference)
    ? componentWithAnchor(context, reference.slice(1))
    : undefined;
  if (name !== undefined) moveComponent(context, `${prefix}${name}`, path, found);
  return reference;
}

/** The component that has an `$anchor` in it (B-SELF-09); it is found by that in its new place too. */
function componentWithAnchor(
  { document }: LinkContext,
  anchor: string,
): string | undefined {
  const text = `"$anchor":${JSON.stringify(anchor)}`;
  const { inputs } = document.components;
  return Object.keys(inputs).find((name) => JSON.stringify(inputs[name]).includes(text));
}

/** Moves one component and answers with the reference to its new place. */
function moveComponent(
  context: LinkContext,
  reference: string,
  path: string,
  found: Map<string, Json>,
): string {
  const [name = '', ...rest] = reference.slice(prefix.length).split('/');
  const { inputs } = context.document.components;
  const component = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
  const key = `components.inputs.${name}`;
  if (component === undefined) {
    reportUnknown(context, name, path);
    found.set(key, true); // so that the schema itself is no second finding
  } else if (!found.has(key)) {
    found.set(key, true); // it may refer to itself
    found.set(
      key,
      moveReferences(context, component, appendToken('/components/inputs', name), found),
    );
  }
  return ['#/$defs', key, ...rest].join('/');
}

function reportUnknown(context: LinkContext, name: string, path: string): void {
  const names = Object.keys(context.document.components.inputs);
  reportUnknownComponent(context, { name, section: 'inputs', names, prefix, path });
}
