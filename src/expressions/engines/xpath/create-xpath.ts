import { fontoxpath } from './fontoxpath.ts';
import type { Options } from 'fontoxpath';
import type { Document, Element, Node } from 'slimdom';
import type { CompiledXPath } from '../engines.ts';
import { createBudget } from './budget.ts';
import { maxNodes } from './check-limits.ts';
import type { Cost } from './check-limits.ts';
import { parseXml } from './parse-xml.ts';
import { replaceNodes } from './replace-nodes.ts';
import { isNode, valueOfItem } from './value-of-item.ts';
import { XPathError } from './xpath-error.ts';

/** An expression, ready to be asked; several questions about one text read it once. */
export function createXPath(tree: Element, cost: Cost): CompiledXPath {
  const items = (document: Document): readonly unknown[] =>
    run(() => {
      const { ALL_RESULTS_TYPE } = fontoxpath.evaluateXPath;
      const found = fontoxpath.evaluateXPath<Node, typeof ALL_RESULTS_TYPE>(
        tree,
        ...argumentsFor(document, cost),
        ALL_RESULTS_TYPE,
        optionsFor(document),
      );
      return found as readonly unknown[];
    });
  return {
    test: (xml) => {
      const document = read(xml);
      return run(() =>
        fontoxpath.evaluateXPathToBoolean(
          tree,
          ...argumentsFor(document, cost),
          optionsFor(document),
        ),
      );
    },
    select: (xml) => items(read(xml)).map(valueOfItem),
    replace: (xml, text) => {
      // A document of its own, because it is changed.
      const document = parseXml(xml);
      return replaceNodes(xml, document, { nodes: items(document).filter(isNode), text });
    },
  };
}

let last: { readonly xml: string; readonly document: Document } | undefined;

function read(xml: string): Document {
  if (last?.xml !== xml) last = { xml, document: parseXml(xml) };
  return last.document;
}

type Arguments = readonly [Document, ReturnType<typeof createBudget>, null];

function argumentsFor(document: Document, cost: Cost): Arguments {
  if (cost.loops > 1 && countNodes(document) > maxNodes(cost)) {
    throw new XPathError('The XML is too large for an expression with so many loops.');
  }
  return [document, createBudget(), null];
}

function countNodes(node: Node): number {
  return node.childNodes.reduce((sum, child) => sum + countNodes(child), 1);
}

/** Prefixes mean what they mean at the first element of the document that declares them. */
function optionsFor(document: Document): Options {
  return {
    language: fontoxpath.evaluateXPath.XPATH_3_1_LANGUAGE,
    namespaceResolver: (prefix) =>
      prefix === '' ? null : findNamespace(document, prefix),
  };
}

function findNamespace(parent: Document | Element, prefix: string): string | null {
  for (const child of parent.children) {
    const found = child.lookupNamespaceURI(prefix) ?? findNamespace(child, prefix);
    if (found !== null) return found;
  }
  return null;
}

function run<T>(evaluate: () => T): T {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof XPathError) throw error;
    throw new XPathError(reasonOf(error), { cause: error });
  }
}

/** The library's messages begin with a code and may quote the whole expression. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const [, reason] = /((?:XP|FO|XQ)\w{6}: .*)/.exec(text) ?? [];
  return reason === undefined
    ? 'The expression cannot be evaluated.'
    : reason.slice(0, 200);
}
