/**
 * The formats whose violation a server surely notices. Others are notes; so are details of these on
 * which servers differ.
 */
const texts: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d\d-\d\d$/u,
  'date-time':
    /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:[Zz]|[+-]\d\d(?::?\d\d)?)?$/u,
  uuid: /^(?:urn:uuid:)?[\da-f]{8}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{12}$/iu,
  email: /@/u,
};

const int32 = 2 ** 31;

/** Whether a value surely breaks a format. */
export function breaksFormat(value: unknown, format: unknown): boolean {
  if (typeof format !== 'string') return false;
  if (typeof value === 'number' && format === 'int32')
    return !Number.isInteger(value) || value < -int32 || value >= int32;
  const text = Object.hasOwn(texts, format) ? texts[format] : undefined;
  return typeof value === 'string' && text?.test(value) === false;
}
