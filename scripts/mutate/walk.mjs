/** The value that keys lead to. */
export function at(root, keys) {
  return keys.reduce((value, key) => value?.[key], root);
}

/** Every value in a document that a test wants, with its keys. */
export function find(root, isWanted, keys = []) {
  const found = isWanted(root, keys) ? [{ value: root, keys }] : [];
  if (typeof root !== 'object' || root === null) return found;
  for (const [key, value] of Object.entries(root))
    found.push(
      ...find(value, isWanted, [...keys, Array.isArray(root) ? Number(key) : key]),
    );
  return found;
}

/** A change that puts another value in a place. */
export function put(keys, value) {
  return (document) => {
    at(document, keys.slice(0, -1))[keys.at(-1)] = value;
  };
}

/** A change that takes a value away; a list that it leaves empty goes too. */
export function remove(keys) {
  return (document) => {
    const parent = at(document, keys.slice(0, -1));
    if (!Array.isArray(parent)) {
      delete parent[keys.at(-1)];
      return;
    }
    parent.splice(keys.at(-1), 1);
    if (parent.length === 0) remove(keys.slice(0, -1))(document);
  };
}

export function pointer(keys) {
  return keys.map((key) => `/${key}`).join('');
}

/** A name that is spelled wrong: two letters have changed places, or one is missing. */
export function misspell(name) {
  for (let index = 1; index + 1 < name.length; index += 1)
    if (
      /[a-z]/iu.test(name[index]) &&
      /[a-z]/iu.test(name[index + 1]) &&
      name[index] !== name[index + 1]
    )
      return name.slice(0, index) + name[index + 1] + name[index] + name.slice(index + 2);
  return `${name}x`;
}
