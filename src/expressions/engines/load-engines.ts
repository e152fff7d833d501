import type { EngineName, Engines } from './engines.ts';

/** Loads the engines that are needed, and no library that is not. */
export async function loadEngines(needs: Iterable<EngineName>): Promise<Engines> {
  const names = new Set(needs);
  const regex = names.has('regex')
    ? (await import('./regex-engine.ts')).regexEngine
    : undefined;
  const jsonpath = names.has('jsonpath')
    ? (await import('./jsonpath-engine.ts')).createJsonPathEngine(regex)
    : undefined;
  const xpath = names.has('xpath')
    ? (await import('./xpath/xpath-engine.ts')).createXPathEngine(regex)
    : undefined;
  return {
    ...(regex && { regex }),
    ...(jsonpath && { jsonpath }),
    ...(xpath && { xpath }),
  };
}
