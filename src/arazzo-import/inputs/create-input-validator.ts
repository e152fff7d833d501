import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject } from 'ajv/dist/2020.js';
import type { RegexEngine } from '../../expressions/index.ts';
import type { Json, JsonObject } from '../document.ts';
import type { InputProblem, ValidateInputs } from './input-problem.ts';

const int32 = 2 ** 31;

/** Arazzo's formats (section 4.3, "Data Types"); all other formats are notes, as in JSON Schema. */
const formats = {
  int32: {
    type: 'number',
    validate: (value: number) =>
      Number.isInteger(value) && value >= -int32 && value < int32,
  },
  int64: { type: 'number', validate: (value: number) => Number.isInteger(value) },
  float: { type: 'number', validate: () => true },
  double: { type: 'number', validate: () => true },
  password: true,
} as const;

/**
 * Compiles a workflow's inputs schema (JSON Schema 2020-12). Throws when it is not a usable schema.
 * Patterns are matched by an engine that cannot be made to hang.
 */
export function createInputValidator(
  schema: JsonObject,
  regex?: RegexEngine,
): ValidateInputs {
  refuseOtherDraft(schema);
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    logger: false,
    formats,
    // Compiling refuses what it cannot use; checking the schema against its own schema would compile
    // that first, which takes ten times as long as everything else.
    meta: false,
    validateSchema: false,
    ...(regex === undefined ? {} : { code: { regExp: toRegExp(regex) } }),
  });
  const validate = ajv.compile(schema);
  return (inputs) => {
    try {
      return validate(inputs) ? [] : (validate.errors ?? []).map(toProblem);
    } catch (error) {
      if (error instanceof RangeError) return [endless];
      throw error;
    }
  };
}

/** A schema such as `{ "$ref": "#" }` is checked until the stack is full. */
const endless: InputProblem = {
  path: '',
  message: 'The inputs cannot be checked: they, or their schema, are nested without end.',
};

function refuseOtherDraft({ $schema }: { readonly $schema?: Json }): void {
  if ($schema === undefined) return;
  if (typeof $schema === 'string' && /\/draft\/2020-12\/schema#?$/u.test($schema)) return;
  throw new Error(`its "$schema" is ${JSON.stringify($schema)}.`);
}

function toProblem({
  keyword,
  instancePath,
  message,
  params,
}: ErrorObject): InputProblem {
  const details = params as Readonly<Record<string, unknown>>;
  if (keyword === 'required') {
    const missing = String(details['missingProperty']);
    return {
      path: instancePath,
      message: `The input "${join(instancePath, missing)}" is missing.`,
      missing,
    };
  }
  const name = instancePath === '' ? 'The inputs' : `The input "${join(instancePath)}"`;
  return { path: instancePath, message: `${name} ${sentence(message, details)}` };
}

function sentence(
  message = 'is not valid',
  { allowedValues, additionalProperty }: Readonly<Record<string, unknown>>,
): string {
  if (Array.isArray(allowedValues))
    return `must be one of ${allowedValues.map((value) => JSON.stringify(value)).join(', ')}.`;
  if (typeof additionalProperty === 'string')
    return `must not have "${additionalProperty}".`;
  return `${message}.`;
}

function join(pointer: string, last?: string): string {
  const names = pointer.split('/').slice(1);
  return [...names, ...(last === undefined ? [] : [last])].join('.');
}

/** A pattern as ajv wants it; it shares one between the places whose text is the same. */
interface Pattern {
  test(text: string): boolean;
  toString(): string;
}

/** `code` is what ajv would write into standalone code, which is never asked for. */
function toRegExp(regex: RegexEngine): {
  (pattern: string, flags: string): Pattern;
  code: string;
} {
  const compile = (pattern: string): Pattern => {
    const compiled = regex.compile(pattern, '');
    if (!compiled.ok) throw new Error(compiled.error.message);
    return { test: (text) => compiled.value.test(text), toString: () => `/${pattern}/` };
  };
  return Object.assign(compile, { code: 'new RegExp' });
}
