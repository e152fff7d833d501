/**
 * The values that a text member of a structure can have, when the client exports them.
 *
 * A runtime schema does not say which enumeration a member has; the generated package exports each
 * as an object (`JobStatus = { COMPLETED: 'COMPLETED', … }`). One belongs to a member when its name is
 *
 * 1. that of the member with a capital: `JobStatus` for `JobStatus`, `IncludedData` for `includedData`;
 * 2. else that of the structure, as it is or without words at its beginning and without what says
 *    what it is for (`Output`, `ListItem`, …) at its end, followed by that of the member:
 *    `ExecutionStatus` for the `status` of `DescribeExecutionOutput`. Of several the longest.
 *
 * No values are given for other members, although some have enumerations too.
 */
export function findEnumeration(
  exported: object,
  structure: string,
  member: string,
): readonly string[] | undefined {
  const name = member.charAt(0).toUpperCase() + member.slice(1);
  for (const prefix of ['', ...entitiesOf(structure)]) {
    const values = enumerationOf(exported, prefix + name);
    if (values !== undefined) return values;
  }
  return undefined;
}

const purpose =
  /(?:Input|Output|Request|Response|Result|ListItem|Item|Entry|Properties|Details|Summary|Description|Configuration|Config)+$/;

/** `DescribeMapRunOutput` → `DescribeMapRunOutput`, `DescribeMapRun`, `MapRun`, `Run`. */
function entitiesOf(structure: string): readonly string[] {
  const words = structure.replace(purpose, '').split(/(?=[A-Z][a-z])/);
  return [structure, ...words.map((_, index) => words.slice(index).join(''))];
}

function enumerationOf(exported: object, name: string): readonly string[] | undefined {
  const value: unknown = Object.hasOwn(exported, name)
    ? Reflect.get(exported, name)
    : undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return undefined;
  const values: unknown[] = Object.values(value);
  return values.length > 0 && values.every((each) => typeof each === 'string')
    ? values
    : undefined;
}
