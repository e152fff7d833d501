import type { Output } from './io.ts';

type Look = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** Colours a text, where the reader can see colours. */
export type Style = (look: Look, text: string) => string;

const codes: Readonly<Record<Look, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
};

/** Creates the colours of an output. */
export function createStyle({ hasColors }: Output): Style {
  if (!hasColors) return (_look, text) => text;
  return (look, text) => `\u001B[${codes[look][0]}m${text}\u001B[${codes[look][1]}m`;
}
