import type { WorkflowConfig } from '../arazzo-import/compile/config.ts';

const heading = `// The machine of an Arazzo workflow, for Stately and for XState v5. Written by arazzo-xstate.
// Its guards, actions and actors are names: arazzo-xstate implements them, or \`machine.provide\` does.
import { createMachine } from 'xstate';
`;

/** A TypeScript module with the config as a literal `createMachine({…})`, which Stately can import. */
export function toStately(config: WorkflowConfig): string {
  return `${heading}\nexport const machine = createMachine(${toLiteral(config, '')});\n`;
}

/** A JSON value as a TypeScript literal. */
function toLiteral(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return toScalar(value);
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const items = Array.isArray(value)
    ? value.map((item: unknown) => toLiteral(item, inner))
    : Object.entries(value).map(
        ([key, member]) => `${toKey(key)}: ${toLiteral(member, inner)}`,
      );
  if (items.length === 0) return `${open}${close}`;
  return `${open}\n${items.map((item) => `${inner}${item},\n`).join('')}${indent}${close}`;
}

/** A plain \`__proto__\` would not be a member of the object but its prototype. */
function toKey(key: string): string {
  if (key === '__proto__') return `['__proto__']`;
  return /^[A-Za-z_$][\w$]*$/u.test(key) ? key : toScalar(key);
}

function toScalar(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\u2028\u2029]/gu,
    (mark) => `\\u${mark.charCodeAt(0).toString(16)}`,
  );
}
