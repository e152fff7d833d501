export { testPaths } from './test-paths.ts';
