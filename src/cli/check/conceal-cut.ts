/** What stands where a message cuts a long value. */
const cut = '…';

/** Less of a secret tells nobody what it is. */
const shortest = 4;

/** Messages show less than this of a value. */
const longest = 80;

/** Creates what hides the beginnings of secrets of which a message has cut the rest. */
export function createCutConcealer(
  secrets: ReadonlySet<string>,
): (text: string) => string {
  const starts = new Set<string>();
  for (const secret of secrets)
    for (let length = shortest; length <= Math.min(secret.length, longest); length += 1)
      starts.add(secret.slice(0, length));
  return (text) => {
    const pieces = text.split(cut);
    const last = pieces.pop() ?? '';
    return [...pieces.map((piece) => withoutEnd(piece, starts)), last].join(cut);
  };
}

function withoutEnd(text: string, starts: ReadonlySet<string>): string {
  for (let length = Math.min(longest, text.length); length >= shortest; length -= 1)
    if (starts.has(text.slice(-length))) return `${text.slice(0, -length)}***`;
  return text;
}
