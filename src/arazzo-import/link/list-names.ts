/** More names than these help nobody, and each of many findings would list them all. */
const shown = 8;

/** Names for a hint: `"a", "b" and 3 more`. */
export function listNames(names: readonly string[]): string {
  const more = names.length > shown ? ` and ${names.length - shown} more` : '';
  const listed = names.slice(0, shown).map((name) => `"${name}"`);
  return `${listed.join(', ')}${more}`;
}
