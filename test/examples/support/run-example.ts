import { createActor, toPromise } from 'xstate';
import { importArazzo } from '../../../src/index.ts';
import type { JsonRecord, WorkflowOutput } from '../../../src/index.ts';
import { createHttpService, parseDescription } from '../../../src/services/index.ts';
import type { Credentials } from '../../../src/services/index.ts';
import { mockApi } from './mock-api.ts';
import type { Answers, RecordedRequest } from './mock-api.ts';

/** A workflow document, the API that it calls, and what the API answers. */
export interface Example {
  readonly document: string;
  readonly description: string;
  /** Where the document says that the description is. */
  readonly descriptionUrl: string;
  /** For descriptions that do not say where the API is. */
  readonly server?: string;
  readonly credentials?: Credentials;
  /** Where the requests are expected. */
  readonly expectedServer: string;
  readonly answers: Answers;
  readonly workflowId?: string;
  readonly input?: JsonRecord;
}

/** What became of a run. */
export interface Ran {
  readonly output: WorkflowOutput;
  readonly requests: readonly RecordedRequest[];
  /** Method and URL of each request. */
  readonly calls: readonly string[];
}

const baseUri = 'https://examples.test/1.0.0/example.arazzo.yaml';

/** Runs a workflow with the real HTTP service and the real `fetch`; only the network is not there. */
export async function runExample(example: Example): Promise<Ran> {
  const machine = await toMachine(example);
  const api = mockApi(example.expectedServer, example.answers);
  try {
    const actor = createActor(machine, { input: example.input ?? {} }).start();
    const output = await toPromise(actor);
    const { requests } = api;
    return {
      output,
      requests,
      calls: requests.map(({ method, url }) => `${method} ${url}`),
    };
  } finally {
    api.close();
  }
}

async function toMachine(example: Example): Promise<ReturnType<Workflow['machine']>> {
  const { document, description: text, descriptionUrl, workflowId } = example;
  const uri = new URL(descriptionUrl, baseUri).href;
  const arazzo = await importArazzo(document, { baseUri, documents: [{ uri, text }] });
  const { description, problem } = await parseDescription(text, { url: uri });
  if (description === undefined) throw new Error(problem);
  const services = createHttpService({
    description,
    descriptionUrl: uri,
    ...serviceOptions(example),
  });
  return arazzo.workflow(workflowId).machine({ services });
}

function serviceOptions({
  server,
  credentials,
}: Example): Pick<Example, 'server' | 'credentials'> {
  return {
    ...(server === undefined ? {} : { server }),
    ...(credentials === undefined ? {} : { credentials }),
  };
}

type Workflow = ReturnType<Awaited<ReturnType<typeof importArazzo>>['workflow']>;
