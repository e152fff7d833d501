import { ArazzoError } from '../../diagnostics/index.ts';
import type { EngineName, Engines } from '../engines/engines.ts';

/**
 * The engine for a language.
 *
 * @throws ArazzoError `MISSING_ENGINE` when the caller did not load it.
 */
export function needEngine<Name extends EngineName>(
  engines: Engines,
  name: Name,
): NonNullable<Engines[Name]> {
  const engine = engines[name];
  if (engine === undefined) {
    const message = `The engine "${name}" is not loaded: call loadEngines first.`;
    throw new ArazzoError('MISSING_ENGINE', message);
  }
  return engine;
}
