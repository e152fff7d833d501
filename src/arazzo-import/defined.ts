type OptionalKeys<T> = {
  [K in keyof T]-?: undefined extends T[K] ? K : never;
}[keyof T];

/** The type without `undefined`: a member that could be `undefined` may be absent instead. */
export type Defined<T> = { [K in Exclude<keyof T, OptionalKeys<T>>]: T[K] } & {
  [K in OptionalKeys<T>]?: Exclude<T[K], undefined>;
};

/** Gives you the object without its members that are `undefined`. */
export function defined<T extends object>(members: T): Defined<T> {
  // Loops, because importing a large document comes here tens of thousands of times.
  const present: Partial<T> = {};
  for (const name in members) {
    const member = members[name];
    if (member !== undefined) present[name] = member;
  }
  return present as Defined<T>;
}
