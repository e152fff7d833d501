import type { Info } from '../document.ts';
import { defined } from '../defined.ts';
import { openObject } from './open-object.ts';
import type { Place } from './place.ts';

/** Gives you the Info Object. */
export function parseInfo(place: Place): Info | undefined {
  const info = openObject(place, 'info object');
  if (info === undefined) return undefined;
  return defined({
    path: info.path,
    title: info.string('title', { required: true }) ?? '',
    version: info.string('version', { required: true }) ?? '',
    summary: info.string('summary'),
    description: info.string('description'),
    ...info.rest(),
  });
}
