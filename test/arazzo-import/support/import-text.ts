import { importArazzo } from '../../../src/index.ts';
import type { Diagnostic, ImportOptions, WorkflowConfig } from '../../../src/index.ts';
import type {
  CallTemplate,
  InvokeConfig,
  StateConfig,
  TransitionConfig,
} from '../../../src/arazzo-import/index.ts';

/** What a test wants to know about a diagnostic. */
export interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly path: string;
  /** The first line of the text that the range covers. */
  readonly at: string;
}

/** What is found in a text by the whole import, in the order of the text. */
export async function findingsOf(
  text: string,
  options: ImportOptions = {},
): Promise<readonly Finding[]> {
  const { diagnostics } = await importArazzo(text, options);
  return diagnostics.map((diagnostic) => toFinding(diagnostic, text));
}

/** The hints of a text, in its order. */
export async function hintsOf(
  text: string,
  options: ImportOptions = {},
): Promise<readonly (string | undefined)[]> {
  const { diagnostics } = await importArazzo(text, options);
  return diagnostics.map(({ hint }) => hint);
}

/** The config of the first workflow of a text. */
export async function configOf(
  text: string,
  options: ImportOptions = {},
): Promise<WorkflowConfig> {
  return (await importArazzo(text, options)).workflow().config;
}

/** What a step calls. */
export function callOf(config: WorkflowConfig, key: string): CallTemplate {
  const input = invokeOf(config, key)?.input;
  if (input === undefined || !('operation' in input)) throw new Error('no call');
  return input;
}

/** The ways on from the answer of a step. */
export function transitionsOf(
  config: WorkflowConfig,
  key: string,
): readonly TransitionConfig[] {
  return invokeOf(config, key)?.onDone ?? [];
}

function invokeOf(config: WorkflowConfig, key: string): InvokeConfig | undefined {
  return [callingState(config, key).invoke ?? []].flat()[0];
}

function callingState({ states }: WorkflowConfig, key: string): StateConfig {
  const state = states[key];
  if (state === undefined) throw new Error(`no state ${key}`);
  return state.states?.['calling'] ?? state;
}

function toFinding({ code, severity, path, range }: Diagnostic, text: string): Finding {
  const [at = ''] = text.slice(range.start, range.end).split('\n');
  return { code, severity, path, at };
}
