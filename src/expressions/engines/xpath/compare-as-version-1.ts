import type { Element } from 'slimdom';
export function compareAsVersion1(_tree: Element): void {}
