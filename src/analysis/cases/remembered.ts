/** A function that works out each value once for as long as the object it is asked about is there. */
export function remembered<K extends object, V extends object | undefined>(
  make: (key: K) => V,
): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const found = known.get(key) ?? { value: make(key) };
    known.set(key, found);
    return found.value;
  };
}

/**
 * As {@link remembered}, for keys of any kind and for as long as the function is there. A map that is weak
 * would keep the garbage collector busy when it has thousands of entries.
 */
export function byKey<K, V extends string | object>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = make(key);
    known.set(key, value);
    return value;
  };
}
