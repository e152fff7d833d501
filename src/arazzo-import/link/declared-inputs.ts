import type { JsonSchema } from '../../openapi/index.ts';
import { memberNames } from '../check/schema/member-names.ts';
import {
  alternativesOf,
  listOf,
  partsOf,
  rootNode,
} from '../check/schema/schema-node.ts';
import type { JsonObject } from '../document.ts';

/** What the schema of a workflow says about the names of its inputs. */
export interface DeclaredInputs {
  readonly names: readonly string[];
  /** There may be others: the schema says so, or leaves it to what cannot be read. */
  readonly isOpen: boolean;
}

/** The inputs that a workflow declares; one without a schema declares none. */
export function declaredInputs(schema: JsonSchema | undefined): DeclaredInputs {
  if (typeof schema !== 'object') return { names: [], isOpen: schema === true };
  const node = rootNode(schema);
  const { names, openness } = memberNames(node);
  const saysNothing =
    names.size === 0 &&
    alternativesOf(node).length === 0 &&
    partsOf(node).every((part) => !isOpener(part, schema));
  return {
    names: [...names],
    isOpen:
      (openness === 'open' && !saysNothing) ||
      partsOf(node).some((part) => isUnread(part, schema)),
  };
}

/** Keywords that let other members in, or say what they are in a way that is not looked at. */
const openers = [
  'additionalProperties',
  'unevaluatedProperties',
  'patternProperties',
  'propertyNames',
  'if',
  'dependentSchemas',
];

function isOpener(part: JsonObject, root: JsonObject): boolean {
  const others = openers.filter((keyword) => part[keyword] !== undefined);
  const closes = others.every((keyword) => part[keyword] === false);
  return !closes || isUnread(part, root);
}

/** It refers to a schema that is not at hand, or that says nothing. */
function isUnread({ $ref, $dynamicRef, allOf }: JsonObject, root: JsonObject): boolean {
  if ($dynamicRef !== undefined || listOf(allOf).includes(true)) return true;
  return $ref !== undefined && partsOf({ schema: { $ref }, root }).length < 2;
}
