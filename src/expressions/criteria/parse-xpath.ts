import type { CompiledXPath, Engines } from '../engines/engines.ts';
import { languageVersions } from '../language-versions.ts';
import { problem } from '../parsed.ts';
import type { Parsed } from '../parsed.ts';
import { needEngine } from './need-engine.ts';

const versions = languageVersions.xpath;

/** An XPath expression, read. */
export function parseXPath(
  text: string,
  version: string | undefined,
  engines: Engines,
): Parsed<CompiledXPath> {
  if (version !== undefined && !versions.includes(version)) {
    const message = `"${version}" is no version of XPath.`;
    const hint = `Use one of ${versions.join(', ')}.`;
    return problem({ message, offset: 0, hint, field: 'version' });
  }
  return needEngine(engines, 'xpath').compile(text);
}
