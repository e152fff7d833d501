import { loadEngines } from '../expressions/index.ts';
import type { EngineName, Engines } from '../expressions/index.ts';

const loaded = new Map<string, Promise<Engines>>();

/**
 * Gives you what `loadEngines` gives, the same object for the same names: what an import has compiled
 * with it need not be compiled again for a machine.
 */
export function loadSharedEngines(needs: Iterable<EngineName>): Promise<Engines> {
  const names = [...new Set(needs)].toSorted();
  const key = names.join();
  const known = loaded.get(key);
  if (known !== undefined) return known;
  const engines = loadEngines(names).catch((error: unknown) => {
    loaded.delete(key);
    throw error;
  });
  loaded.set(key, engines);
  return engines;
}
