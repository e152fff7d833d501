import { createActor } from 'xstate';
import { importArazzo } from '../../../src/index.ts';
import type { ImportArazzoOptions } from '../../../src/import-arazzo.ts';
import type {
  JsonRecord,
  LoadedWorkflow,
  Service,
  WorkflowOutput,
} from '../../../src/index.ts';
import { createVirtualClock } from '../../../src/testing/index.ts';
import type { VirtualClock } from '../../../src/testing/index.ts';
import { operationsOf, toApi } from './api.ts';
import { createService } from './create-service.ts';
import type { DocumentFields, Fields } from './document.ts';
import { toDocument } from './document.ts';
import { documentUri, readFiles } from './read-files.ts';
import type { Files } from './read-files.ts';
import { startScriptedServer } from './scripted-server.ts';
import type { Answer, RecordedRequest, ScriptedServer } from './scripted-server.ts';

/** How a test runs a workflow. */
export interface RunSetup {
  readonly inputs?: JsonRecord;
  /** What the server answers, request by request. @default 200 */
  readonly answers?: readonly Answer[];
  /** The operations: `{ getPet: 'GET /pets/{id}' }`. @default `GET /<operationId>` for each step */
  readonly operations?: Readonly<Record<string, string | Fields>>;
  /**
   * The whole description, in place of one made of `operations`. Its server is that of the test,
   * unless it says otherwise; a function is given the server's URL.
   */
  readonly openapi?: Fields | ((server: string) => Fields);
  readonly workflowId?: string;
  readonly options?: ImportArazzoOptions;
  readonly files?: Files;
}

/** What became of a run. */
export interface Ran {
  readonly output: WorkflowOutput;
  readonly status: WorkflowOutput['status'];
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly requests: readonly RecordedRequest[];
  /** The paths of the requests, in their order. */
  readonly paths: readonly string[];
  /** The first request; fails when there was none. */
  readonly request: RecordedRequest;
  /** The first request's query, decoded: `[['a', '1']]`. */
  readonly query: readonly (readonly [string, string])[];
  /** Requests that were given up before they were answered. */
  readonly givenUp: number;
  /** Milliseconds that went by on the run's clock. */
  readonly waited: number;
}

/** Runs a workflow against a server on loopback, on a virtual clock that begins at 0. */
export async function runDocument(
  arazzo: string,
  fields: DocumentFields,
  setup: RunSetup = {},
): Promise<Ran> {
  const document = toDocument(arazzo, fields);
  const server = await startScriptedServer(setup.answers ?? [200]);
  const servers = [{ url: server.url }];
  const api = { servers, ...toDescription(document, setup, server) };
  const clock = createVirtualClock({ start: 0 });
  try {
    const service = onClock(createService(api, server.url), server, clock);
    const workflow = await load(JSON.stringify(document), api, setup);
    const output = await finish(workflow, service, clock, setup.inputs ?? {});
    const givenUp = await server.givenUp();
    return toRan(output, server.requests, { givenUp, waited: clock.now() });
  } finally {
    await server.close();
  }
}

function toDescription(
  document: Fields,
  { openapi, operations }: RunSetup,
  { url }: ScriptedServer,
): Fields {
  if (typeof openapi === 'function') return openapi(url);
  return openapi ?? toApi({ ...operationsOf(document), ...operations });
}

async function load(
  text: string,
  api: Fields,
  { files, options, workflowId }: RunSetup,
): Promise<LoadedWorkflow> {
  const read = readFiles(files ?? {}, api);
  const arazzo = await importArazzo(text, { uri: documentUri, read, ...options });
  return arazzo.workflow(workflowId);
}

/** Time stands still while a call is under way, unless nobody answers it. */
function onClock(service: Service, server: ScriptedServer, clock: VirtualClock): Service {
  return {
    ...service,
    call: async (request, options) => {
      const silent = server.silent();
      const answer = service.call(request, options);
      await clock.hold(() => Promise.race([silent, answer.catch(() => undefined)]));
      return answer;
    },
  };
}

function finish(
  workflow: LoadedWorkflow,
  services: Service,
  clock: VirtualClock,
  input: JsonRecord,
): Promise<WorkflowOutput> {
  const machine = workflow.machine({ services, runId: 'run' });
  const actor = createActor(machine, { input, clock });
  return new Promise((resolve, reject) => {
    actor.subscribe({
      complete: () => resolve(actor.getSnapshot().output as WorkflowOutput),
      error: reject,
    });
    actor.start();
  });
}

function toRan(
  output: WorkflowOutput,
  requests: readonly RecordedRequest[],
  counts: Pick<Ran, 'givenUp' | 'waited'>,
): Ran {
  return {
    output,
    status: output.status,
    outputs: output.outputs,
    requests,
    paths: requests.map(({ path }) => path),
    ...counts,
    get request() {
      const [first] = requests;
      if (first === undefined) throw new Error('Nothing was requested.');
      return first;
    },
    get query() {
      return [...new URLSearchParams(this.request.query)];
    },
  };
}
