import type { ValidateInputs } from '../../../arazzo-import/inputs/input-problem.ts';
import type { Path } from '../../../analysis/paths/path.ts';
import { ArazzoError, OperationError } from '../../../diagnostics/index.ts';
import type { MachineSource } from '../../../machines/machine-source.ts';
import { healthLakeKnowledge } from '../../../services/healthlake/knowledge.ts';
import type { OperationParameter } from '../../../services/service.ts';
import { isHealthLake } from '../called-sources.ts';
import type { CalledSource } from '../called-sources.ts';
import type { Perform, World } from '../world.ts';
import { fitInputs } from './fit-inputs.ts';
import { judgeCall, substitutionOf } from './judge-call.ts';
import type { EndedCall } from './judge-call.ts';
import { planDrive } from './plan-drive.ts';
import { createSimulatedHealthLake } from './simulated-health-lake.ts';
import type { SimulatedHealthLake } from './simulated-health-lake.ts';
import type { Wish } from './to-wish.ts';
import { usedInputs } from './used-inputs.ts';
import type { UsedInputs } from './used-inputs.ts';
import { nameOperation, wishedCalls } from './wished-calls.ts';

/** What a workflow calls, and its inputs. */
export interface SimulatedSources extends Pick<
  MachineSource,
  'environment' | 'descriptionOf'
> {
  readonly sources: readonly CalledSource[];
}

/** A path that is under way. */
interface Drive {
  readonly healthLake: SimulatedHealthLake;
  readonly wishes: readonly Wish[];
  /** Calls of HealthLake so far. */
  calls: number;
  /** How the last call ended, when it was one of HealthLake and nobody has looked at it. */
  last: EndedCall | undefined;
}

/**
 * A world in which the HealthLake simulator answers, driven into each path. Other sources stay scripted.
 *
 * @throws ArazzoError `NOTHING_TO_CALL` when the workflow does not call HealthLake
 */
export function createSimulatorWorld({
  sources,
  environment,
  descriptionOf,
}: SimulatedSources): World {
  const simulated = sources.filter((each) =>
    isHealthLake(each, descriptionOf(each.name)),
  );
  if (simulated.length === 0) throw nothingToCall();
  const isSimulated = (source: string): boolean =>
    simulated.some(({ name }) => name === source);
  const { validateInputs, definition } = environment;
  const used = usedInputs(definition.config, ({ operation, parameters }) =>
    isSimulated(operation.source)
      ? nameOperation(operation, parameters as readonly OperationParameter[])
      : undefined,
  );
  const substitutions: Substitutions = new Map();
  let drive: Drive | undefined;
  const perform: Perform = async (request, options, ask) =>
    performIn(drive, request, options, ask);
  return {
    remarks: () => [
      ...sources.filter(({ name }) => !isSimulated(name)).map(remarkOn),
      ...tell(substitutions),
    ],
    performerOf: (source) => (isSimulated(source) ? perform : undefined),
    begin: async (path) => {
      const calls = wishedCalls(path, simulated);
      const plan = planDrive(calls);
      if ('impossible' in plan) return plan;
      const healthLake = createSimulatedHealthLake(plan);
      drive = { healthLake, wishes: plan.wishes, calls: 0, last: undefined };
      // Inputs that are to be refused are not made better.
      return { path: calls.length === 0 ? path : withInputs(path, used, validateInputs) };
    },
    judge: (taken) => {
      const last = drive?.last;
      if (drive === undefined || last === undefined) return undefined;
      drive.last = undefined;
      const verdict = judgeCall(taken, last);
      if (verdict === undefined) note(substitutions, last);
      return verdict;
    },
    end: async () => {
      drive = undefined;
    },
  };
}

function nothingToCall(): ArazzoError {
  return new ArazzoError(
    'NOTHING_TO_CALL',
    'The workflow does not call Amazon HealthLake, and there is no simulator of anything else.',
  );
}

function remarkOn({ name }: CalledSource): string {
  return `The source "${name}" is not simulated: the paths reply themselves.`;
}

/** The statuses that others have stood for, by these others. */
type Substitutions = Map<number, Set<number>>;

function note(substitutions: Substitutions, ended: EndedCall): void {
  const found = substitutionOf(ended);
  if (found === undefined) return;
  const known = substitutions.get(found.seen) ?? new Set();
  substitutions.set(found.seen, known.add(found.wanted));
}

function tell(substitutions: Substitutions): readonly string[] {
  return [...substitutions].map(([seen, wanted]) => {
    const statuses = [...wanted].toSorted((left, right) => left - right).join(', ');
    return `HealthLake does not answer with the status ${statuses}: ${seen} stands for it, where the machine does the same.`;
  });
}

async function performIn(
  drive: Drive | undefined,
  ...[request, { signal }, ask]: Parameters<Perform>
): ReturnType<Perform> {
  const wanted = await ask();
  const operation = nameOperation(request.operation, request.parameters);
  if (drive === undefined || operation === undefined)
    throw new OperationError('INVALID_REQUEST', 'HealthLake has no such operation.');
  const wish = drive.wishes[drive.calls] ?? { kind: 'perform' };
  drive.calls += 1;
  const status = healthLakeKnowledge[operation]?.status;
  try {
    const answer = await drive.healthLake.call(operation, request, { wish, signal });
    drive.last = { wanted, seen: { answer }, status };
    return answer;
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    const { code, message } = error;
    drive.last = { wanted, seen: { error: { code, message } }, status };
    throw error;
  }
}

function withInputs(path: Path, used: UsedInputs, validateInputs: ValidateInputs): Path {
  const { name, events, end, inputs } = path;
  const values = fitInputs(inputs.values, used, validateInputs);
  return { name, events, end, inputs: { name: inputs.name, values } };
}
