/** Names in quotation marks, as people list them; long lists are cut. */
export function quoted(names: readonly string[]): string {
  return listed(names.map((name) => `"${name}"`));
}

/** Words as people list them; long lists are cut. */
export function listed(words: readonly string[], most = 12): string {
  const shown =
    words.length > most
      ? [...words.slice(0, most - 1), `${words.length - most + 1} more`]
      : words;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
