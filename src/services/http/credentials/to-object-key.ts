/** A name as it is written in an object of JavaScript. */
export function toObjectKey(name: string): string {
  return /^[A-Za-z_$][\w$]*$/u.test(name) ? name : JSON.stringify(name);
}
