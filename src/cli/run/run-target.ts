import { didYouMean } from '../../diagnostics/index.ts';
import type { OperationReference, Service } from '../../services/service.ts';
import type { VirtualClock } from '../../testing/virtual-clock.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';
import { createHealthLakeTarget } from './targets/health-lake-target.ts';
import type { TargetPlan } from './targets/plan-targets.ts';
import { credentialsOf, readCredentials } from './targets/read-credentials.ts';
import type { CredentialsBySource } from './targets/read-credentials.ts';
import type { SourceTarget } from './targets/source-target.ts';
import type { TargetArguments } from './targets/target-arguments.ts';
import type { Describe } from './step-progress.ts';

/** Where a workflow runs. */
export interface RunTarget {
  /** For people, after "on": `the embedded HealthLake simulator`. */
  readonly label: string;
  /** What people want to know before it begins. */
  readonly note?: string;
  /** By the key of the source. */
  readonly services: Readonly<Record<string, Service>>;
  readonly describe: Describe;
  /** Time, where it is not that of the wall. */
  readonly clock?: VirtualClock;
  /** What to add to a command that looks at a resource; `undefined` where the resource is gone. */
  readonly lookSuffix: string | undefined;
  /** What must not be printed. */
  readonly secrets: readonly unknown[];
}

/** What creating targets needs. */
export interface TargetSetting {
  readonly given: TargetArguments;
  /** Data stores that the workflow expects to be there. */
  readonly datastores: readonly string[];
  /** Milliseconds on the wall before each jump of simulated time. */
  readonly pace: number;
  readonly io: Pick<Io, 'env' | 'readFile'>;
  /** Hears about what is doubtful. */
  readonly warn: (message: string) => void;
}

/** Credentials for a source that the workflow does not call are never sent. */
function warnOfStranger(
  name: string,
  plans: readonly TargetPlan[],
  warn: TargetSetting['warn'],
): void {
  const keys = plans.map(({ key }) => key);
  if (keys.includes(name)) return;
  const meant = didYouMean(name, keys);
  const hint = meant === undefined ? '' : ` ${meant}`;
  warn(
    `The credentials of "${name}" are not used: the workflow calls no such source.${hint}`,
  );
}

/** Creates the services of a run, by source. Nothing is sent. */
export async function createRunTarget(
  plans: readonly TargetPlan[],
  setting: TargetSetting,
): Promise<RunTarget> {
  assertUsed(plans, setting.given);
  const file = await readCredentials(setting.given.credentials, setting.io);
  for (const name of Object.keys(file)) warnOfStranger(name, plans, setting.warn);
  const secrets: unknown[] = [];
  const targets: SourceTarget[] = [];
  for (const plan of plans)
    targets.push(
      await createTarget(plan, plans.length === 1, { ...setting, file, secrets }),
    );
  const services = Object.fromEntries(
    plans.map(({ key }, index) => [key, targets[index]?.service as Service]),
  );
  return { ...combine(targets), services, secrets, describe: describeWith(services) };
}

interface Creating extends TargetSetting {
  readonly file: CredentialsBySource;
  readonly secrets: unknown[];
}

async function createTarget(
  plan: TargetPlan,
  isAlone: boolean,
  setting: Creating,
): Promise<SourceTarget> {
  const { given, datastores, pace, warn } = setting;
  if (plan.kind === 'http') return createHttp(plan, setting);
  const { region, profile, fault = [] } = given;
  const endpoint = plan.endpoint ?? given.endpoint;
  const where = {
    ...(region === undefined ? {} : { region }),
    ...(profile === undefined ? {} : { profile }),
    ...(endpoint === undefined ? {} : { endpoint }),
  };
  if (plan.kind === 'healthlake')
    return createHealthLakeTarget({ ...where, fault }, { datastores, pace, isAlone });
  const { createAwsTarget } = await import('./targets/aws-target.ts');
  return createAwsTarget(plan.binding, where, warn);
}

/** Each kind of service is loaded when a workflow wants it: start-up counts. */
async function createHttp(
  { key, http }: Extract<TargetPlan, { kind: 'http' }>,
  { io: { env }, file, secrets, warn }: Creating,
): Promise<SourceTarget> {
  const { createHttpTarget } = await import('./targets/http-target.ts');
  const schemes = http.source?.openapi?.description.securitySchemes ?? {};
  const { credentials, problems } = credentialsOf(key, schemes, { file, env });
  problems.forEach(warn);
  secrets.push(...Object.values(credentials).flatMap(secretsOf));
  return createHttpTarget(http, credentials, warn);
}

/** A user name or an id is none. */
function secretsOf(credential: object): readonly unknown[] {
  const secret = [
    'apiKey',
    'password',
    'token',
    'clientSecret',
    'secretAccessKey',
    'sessionToken',
  ];
  return Object.entries(credential)
    .filter(([name]) => secret.includes(name))
    .map(([, value]) => value as unknown);
}

/** An option that changes nothing would be believed to. @throws UsageError that names it */
function assertUsed(plans: readonly TargetPlan[], given: TargetArguments): void {
  const kinds = new Set(plans.map(({ kind }) => kind));
  const isAws = kinds.has('aws') || kinds.has('healthlake');
  const unused = (['region', 'profile', 'endpoint'] as const).find(
    (name) => !isAws && given[name] !== undefined,
  );
  if (unused !== undefined)
    throw new UsageError(
      `--${unused} is for Amazon HealthLake and for sources with --aws; the workflow calls none.`,
      'Say where an API is with --server name=URL.',
    );
  if ((given.fault ?? []).length > 0 && !kinds.has('healthlake'))
    throw new UsageError(
      '--fault lets something go wrong on the embedded HealthLake simulator only.',
      'The workflow does not call Amazon HealthLake.',
    );
}

function combine(
  targets: readonly SourceTarget[],
): Pick<RunTarget, 'label' | 'note' | 'clock' | 'lookSuffix'> {
  const [only] = targets;
  if (only !== undefined && targets.length === 1) {
    const { service: _service, ...rest } = only;
    return rest;
  }
  const label = targets.map((target) => target.label).join(', ');
  const lookSuffix = targets.find(
    (target) => target.lookSuffix !== undefined,
  )?.lookSuffix;
  return { label: label === '' ? 'nothing: it calls no operation' : label, lookSuffix };
}

function describeWith(services: Readonly<Record<string, Service>>): Describe {
  return (operation: OperationReference) => {
    const { source } = operation;
    const service = Object.hasOwn(services, source) ? services[source] : undefined;
    return service?.describe?.(operation);
  };
}
