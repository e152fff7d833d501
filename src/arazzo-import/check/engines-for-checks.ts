import type { EngineName } from '../../expressions/index.ts';
import type { DocumentUnit } from '../sources/document-unit.ts';

/** The engines that comparing documents with API descriptions needs: patterns stand in schemas. */
export function enginesForChecks(units: readonly DocumentUnit[]): readonly EngineName[] {
  const isDescribed = units.some(({ sources }) =>
    [...sources.values()].some(
      (source) => source.kind === 'openapi' && source.openapi !== undefined,
    ),
  );
  return isDescribed ? ['regex'] : [];
}
