import { createReferences } from './references.ts';
import type { FileResolver, OpenApiProblem, Place, References } from './references.ts';
import { toJsonSchema } from './schema.ts';
import type { JsonSchema } from './schema.ts';

/** The versions whose differences matter here. */
export type OpenApiVersion = '2.0' | '3.0' | '3.1' | '3.2';

/** What reading one operation needs; collects what is wrong with it. */
export interface OperationReader {
  readonly version: OpenApiVersion;
  readonly references: References;
  /** The schema at a place as one that stands alone; the same object each time it is asked for. */
  readonly schema: (place: Place) => JsonSchema | undefined;
  /** Grows while more of the operation is asked for. */
  readonly problems: readonly OpenApiProblem[];
}

/** Creates what reads one operation. */
export function createOperationReader(
  version: OpenApiVersion,
  resolveFile: FileResolver | undefined,
): OperationReader {
  const problems: OpenApiProblem[] = [];
  const reported = new Set<string>();
  const report = (problem: OpenApiProblem): void => {
    const id = `${problem.pointer} ${problem.message}`;
    if (!reported.has(id)) problems.push(problem);
    reported.add(id);
  };
  const references = createReferences(resolveFile, report);
  const schemas = new Map<string, JsonSchema>();
  const isJsonSchema = version === '3.1' || version === '3.2';
  return {
    version,
    references,
    problems,
    schema: (place) => {
      if (place.value === undefined) return undefined;
      const id = `${place.file.url}#${place.pointer}`;
      const known = schemas.get(id);
      if (known !== undefined) return known;
      const schema = toJsonSchema(place, {
        references,
        isJsonSchema,
        report: (message) => report({ pointer: place.pointer, message }),
      });
      schemas.set(id, schema);
      return schema;
    },
  };
}
