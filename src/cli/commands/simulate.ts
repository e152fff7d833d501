import { createHealthLakeSimulator } from '../../services/healthlake/simulator/index.ts';
import type { HealthLakeSimulator } from '../../services/healthlake/simulator/index.ts';
import { startHealthLakeServer } from '../../services/healthlake/simulator/start-health-lake-server.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { parseArguments } from '../parse-arguments.ts';
import { createFastClock } from '../run/fast-clock.ts';
import { parseFaults } from '../run/parse-faults.ts';
import { UsageError } from '../usage-error.ts';

const simulateOptions = {
  port: 'value',
  speed: 'value',
  datastore: 'values',
  fault: 'values',
} as const;

/** The data store that is there when none is asked for. */
const firstDatastore = '0123456789abcdef0123456789abcdef';

/** `arazzo-xstate simulate`: serves a local HealthLake until it is interrupted. */
export async function simulate(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { options } = parseArguments(argv, simulateOptions, []);
  const port = toNumber(options.port ?? '4010', 'port', { least: 0, most: 65_535 });
  const speed = toNumber(options.speed ?? '600', 'speed', { least: 1, most: 100_000 });
  const simulator = createSimulator(options.fault ?? [], speed);
  const datastores = options.datastore ?? [firstDatastore];
  for (const id of datastores) simulator.addDatastore({ id: toDatastoreId(id) });
  const server = await start(simulator, port);
  io.stdout.write(
    `HealthLake simulator at ${server.url}, ${speed} times as fast as the clock on the wall\n`,
  );
  for (const id of datastores) io.stdout.write(`Data store ${id} is ACTIVE\n`);
  io.stdout.write(
    `Try: arazzo-xstate run <file> --endpoint ${server.url} --poll-interval 500ms\n`,
  );
  await new Promise<void>((resolve) => {
    const stopListening = io.onInterrupt(() => {
      stopListening();
      resolve();
    });
  });
  await server.close();
  return exitCodes.ok;
}

function createSimulator(faults: readonly string[], speed: number): HealthLakeSimulator {
  return createHealthLakeSimulator({
    faults: parseFaults(faults),
    clock: createFastClock(speed),
  });
}

async function start(
  simulator: HealthLakeSimulator,
  port: number,
): ReturnType<typeof startHealthLakeServer> {
  try {
    return await startHealthLakeServer({ simulator, port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    const why = code === 'EACCES' ? 'not allowed' : 'taken';
    throw new UsageError(
      `The port ${port} is ${why}.`,
      'Choose another, or --port 0 for a free one.',
    );
  }
}

/** HealthLake itself takes only such ids in a request. */
function toDatastoreId(text: string): string {
  if (/^[\p{L}\p{N}_.:/=+\-%@]{1,32}$/u.test(text)) return text;
  throw new UsageError(
    `--datastore cannot be "${text}".`,
    `Write up to 32 letters and digits, for example ${firstDatastore}.`,
  );
}

function toNumber(
  text: string,
  option: string,
  { least, most }: { least: number; most: number },
): number {
  const number = Number(text);
  if (text !== '' && Number.isInteger(number) && number >= least && number <= most)
    return number;
  throw new UsageError(
    `--${option} cannot be "${text}".`,
    `Write a whole number from ${least} to ${most}.`,
  );
}
