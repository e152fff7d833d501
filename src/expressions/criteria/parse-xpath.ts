import type { CompiledXPath, Engines, XPathVersion } from '../engines/engines.ts';
import { problem } from '../parsed.ts';
import type { Parsed } from '../parsed.ts';
import { needEngine } from './need-engine.ts';

const versions = new Set<string>(['xpath-31', 'xpath-30', 'xpath-20', 'xpath-10']);

/** An XPath expression, read. */
export function parseXPath(
  text: string,
  version: string | undefined,
  engines: Engines,
): Parsed<CompiledXPath> {
  if (version !== undefined && !isXPathVersion(version)) {
    const message = `"${version}" is no version of XPath.`;
    const hint = `Use one of ${[...versions].join(', ')}.`;
    return problem({ message, offset: 0, hint, field: 'version' });
  }
  return needEngine(engines, 'xpath').compile(text, version ?? 'xpath-31');
}

function isXPathVersion(version: string): version is XPathVersion {
  return versions.has(version);
}
