import type { Path } from '../../analysis/paths/path.ts';
import type { PathResult } from '../run-paths/path-result.ts';

/** Takes out of a path what nobody is to see, before it is shown. */
export type HidePath = <Shown extends Path | PathResult>(path: Shown) => Shown;

/** Shows a path as it is. */
export const hideNothing: HidePath = (path) => path;
