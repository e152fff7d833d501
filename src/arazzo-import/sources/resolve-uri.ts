/** Letters before a colon; one letter alone is a drive of Windows. */
const scheme = /^[a-z][a-z\d+.-]+:/iu;

/** Whether a reference says by itself where it leads. */
export function isAbsoluteUri(reference: string): boolean {
  return scheme.test(reference);
}

/**
 * The URI of a reference in a document, without its fragment. RFC 3986, section 5; where the base is
 * a path, so is the result. What is no URI comes back as it is.
 */
export function resolveUri(reference: string, base: string): string {
  const target = reference.replace(/#.*$/su, '');
  if (isAbsoluteUri(target)) return URL.canParse(target) ? new URL(target).href : target;
  if (isAbsoluteUri(base))
    return URL.canParse(target, base) ? new URL(target, base).href : target;
  if (target === '') return base;
  return target.startsWith('/') ? tidy(target) : tidy(folderOf(base) + target);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Without `.` and `..`, but for those that lead above the beginning. */
function tidy(path: string): string {
  const kept: string[] = [];
  for (const part of path.split('/')) {
    const above = kept.at(-1);
    if (part === '.') continue;
    if (part === '..' && above !== undefined && above !== '..') {
      if (above !== '' || kept.length > 1) kept.pop();
    } else kept.push(part);
  }
  return kept.join('/');
}
