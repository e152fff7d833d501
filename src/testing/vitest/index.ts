export { testPaths } from './test-paths.ts';
export type { TestPathsOptions } from './test-paths.ts';
