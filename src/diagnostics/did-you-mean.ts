import { nearestName } from './nearest-name.ts';

/** The hint that names what was probably meant by a misspelled name; nothing when no name is close. */
export function didYouMean(
  wanted: string,
  names: Iterable<string>,
  prefix = '',
): string | undefined {
  const near = nearestName(wanted, names);
  return near === undefined ? undefined : `Did you mean "${prefix}${near}"?`;
}
