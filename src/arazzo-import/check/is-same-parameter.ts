interface Named {
  readonly name: string;
  readonly in?: string;
}

/** Whether two parameters are one; the names of headers have no case. */
export function isSameParameter(left: Named, right: Named): boolean {
  if (left.in !== right.in) return false;
  return left.in === 'header'
    ? left.name.toLowerCase() === right.name.toLowerCase()
    : left.name === right.name;
}
