import { analyse } from '../analysis/findings/index.ts';
import type { Analysis, ServiceFacts, Severities } from '../analysis/findings/index.ts';
import { importSource } from '../import-arazzo.ts';
import type { ImportArazzoOptions } from '../import-arazzo.ts';

/** What may be read, what services know, and severities other than the usual ones. */
export interface AnalyseArazzoOptions
  extends Omit<ImportArazzoOptions, 'allowErrors'>, ServiceFacts {
  /** By code. Errors of the import stay errors. */
  readonly severities?: Severities;
}

/**
 * Everything that is wrong or doubtful about a document, holes of its workflows among it: what `check`
 * says, without what the command line knows about Amazon HealthLake. Calls nothing.
 *
 * @param source - the path of a file, an http URL, or the text of a document, as for `importArazzo`
 * @throws ArazzoImportError `FILE_UNREADABLE`; whatever is wrong with the text is a diagnostic
 *
 * @example
 * ```ts
 * const { diagnostics } = await analyseArazzo('examples/petstore/buy-a-pet.arazzo.yaml');
 * ```
 */
export async function analyseArazzo(
  source: string,
  {
    severities,
    knowledgeOf,
    schemasOf,
    goodStatusesOf,
    ...options
  }: AnalyseArazzoOptions = {},
): Promise<Analysis> {
  return analyse(await importSource(source, options), {
    knowledgeOf,
    schemasOf,
    goodStatusesOf,
    ...(severities === undefined ? {} : { severities }),
  });
}
