export { importArazzo } from './import-arazzo.ts';
export type { Arazzo } from './import-arazzo.ts';
