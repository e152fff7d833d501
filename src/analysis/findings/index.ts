export { analyse } from './analyse.ts';
export type { Analysis } from './analyse.ts';
export { findHoles } from './find-holes.ts';
export type { SuppressedDiagnostic } from './ignores/apply-ignores.ts';
export type { Severities } from './severities.ts';
export type { ServiceFacts } from './view.ts';
