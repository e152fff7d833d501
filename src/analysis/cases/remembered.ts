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
