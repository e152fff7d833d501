import type { ImportedWorkflow } from '../../arazzo-import/index.ts';
import { nearestName } from '../../diagnostics/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { InputProblem, ValidateInputs } from '../../machines/index.ts';
import type { ReadDocument } from '../read-document.ts';

/** What is wrong with the inputs of a run, each at the place of the schema that says so. */
export function checkInputs(
  { imported: { rangeAt } }: ReadDocument,
  workflow: ImportedWorkflow,
  inputs: Readonly<Record<string, unknown>>,
  validate: ValidateInputs,
): readonly Diagnostic[] {
  return validate(inputs).map((problem) => {
    const path = schemaPath(workflow, problem);
    return {
      ...toProblem(problem, workflow, inputs),
      severity: 'error',
      path,
      range: rangeAt(path, problem.missing === undefined ? 'value' : 'key'),
    };
  });
}

function toProblem(
  { missing, message, path }: InputProblem,
  { plan }: ImportedWorkflow,
  inputs: Readonly<Record<string, unknown>>,
): Pick<Diagnostic, 'code' | 'message' | 'hint'> {
  if (missing === undefined) {
    const hint = 'Correct the value in --input or in the file of --inputs.';
    return { code: 'INVALID_INPUT', message, hint };
  }
  const given = Object.keys(inputs).filter((name) => !isDeclared(plan.inputs, name));
  const near = path === '' ? nearestName(missing, given) : undefined;
  if (near !== undefined) {
    const hint = `You gave "${near}". Did you mean "${missing}"?`;
    return { code: 'MISSING_INPUT', message, hint };
  }
  const hint =
    path === ''
      ? `Add --input ${missing}=…`
      : `Add "${missing}" to the value in --input or in the file of --inputs.`;
  return { code: 'MISSING_INPUT', message, hint };
}

function isDeclared(schema: ImportedWorkflow['plan']['inputs'], name: string): boolean {
  const properties = typeof schema === 'object' ? schema['properties'] : undefined;
  return (
    typeof properties === 'object' &&
    properties !== null &&
    Object.hasOwn(properties, name)
  );
}

/** Where the schema speaks about the input that has the problem. */
function schemaPath(
  { path: workflowPath }: ImportedWorkflow,
  { path, missing }: InputProblem,
): string {
  const name = path === '' ? missing : path.split('/')[1];
  return `${workflowPath}/inputs${name === undefined ? '' : `/properties/${name}`}`;
}

/** A sentence for each input that the schema does not declare: most likely a misspelled name. */
export function findStrayInputs(
  { plan }: ImportedWorkflow,
  inputs: Readonly<Record<string, unknown>>,
): readonly string[] {
  const schema = typeof plan.inputs === 'object' ? plan.inputs : {};
  const { properties } = schema;
  if (typeof properties !== 'object' || properties === null) return [];
  const stray = Object.keys(inputs).filter((name) => !isDeclared(schema, name));
  return stray.map((name) => {
    const near = nearestName(name, Object.keys(properties));
    const question = near === undefined ? '' : ` Did you mean "${near}"?`;
    return `The workflow has no input "${name}".${question}`;
  });
}
