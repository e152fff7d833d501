/** Sets a member of an object that is being made; a key `__proto__` is a member like any other. */
export function setMember<Value>(
  object: Record<string, Value>,
  key: string,
  value: Value,
): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  else object[key] = value;
}
