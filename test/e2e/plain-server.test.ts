import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { provision, startExport } from '../cli/support/examples.ts';
import { runProcess, startCli } from './support/cli-process.ts';
import type { Ended } from './support/cli-process.ts';
import { startPlainServer, usualAnswers } from './support/plain-server.ts';
import type { PlainServer, ReceivedRequest } from './support/plain-server.ts';

let server: PlainServer;

beforeEach(async () => {
  server = await startPlainServer();
});
afterEach(() => server.close());

/** The arguments of a run on the server. */
function there(argv: readonly string[], pollInterval = '10ms'): readonly string[] {
  const options = ['--endpoint', server.url, '--poll-interval', pollInterval, '--json'];
  return ['run', ...argv, ...options];
}

async function runThere(argv: readonly string[], pollInterval?: string): Promise<Ended> {
  const ended = await runProcess(there(argv, pollInterval));
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(ended.stdout)).toMatchObject({ outputs: { jobStatus: 'COMPLETED' } });
  return ended;
}

function requestsTo(operation: string): readonly ReceivedRequest[] {
  return server.requests.filter((request) => request.operation === operation);
}

describe('any server that speaks the protocol', () => {
  test('gets the calls of the first workflow, and nothing else', async () => {
    await runThere(provision);

    expect(server.requests.map(({ operation }) => operation)).toEqual([
      'CreateFHIRDatastore',
      ...Array<string>(3).fill('DescribeFHIRDatastore'),
      'StartFHIRExportJob',
      ...Array<string>(4).fill('DescribeFHIRExportJob'),
    ]);
  });

  test('gets a token with each creation and start, and no absent input', async () => {
    await runThere(provision);

    const [create] = requestsTo('CreateFHIRDatastore');
    const [start] = requestsTo('StartFHIRExportJob');
    expect(Object.keys(create?.body ?? {}).toSorted()).toEqual([
      'ClientToken',
      'DatastoreName',
      'DatastoreTypeVersion',
    ]);
    expect(create?.body['ClientToken']).toMatch(/^[a-zA-Z0-9-]{1,64}$/u);
    expect(start?.body).toMatchObject({ ClientToken: 'clinic-export-2026-11' });
    expect(start?.body).not.toHaveProperty('JobName');
    for (const { text } of server.requests) expect(text).not.toContain('null');
  });

  test('gets optional inputs that are given', async () => {
    await runThere([
      ...provision,
      '--input',
      'ExportJobName=nightly',
      '--input',
      'CreateClientToken=mine',
    ]);

    expect(requestsTo('CreateFHIRDatastore')[0]?.body).toMatchObject({
      ClientToken: 'mine',
    });
    expect(requestsTo('StartFHIRExportJob')[0]?.body).toMatchObject({
      JobName: 'nightly',
    });
  });

  test('gets MaxResults=5 as the integer 5 in the body', async () => {
    await runThere([...startExport, '--input', 'MaxResults=5']);

    const [list] = requestsTo('ListFHIRExportJobs');
    expect(list?.text).toContain('"MaxResults":5');
  });

  test('gets no poll before the interval is over', async () => {
    await runThere(startExport, '200ms');

    const times = requestsTo('DescribeFHIRExportJob').map(({ at }) => at);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(gaps).toHaveLength(3);
    // The server may notice a request a little late, and the next one in time.
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(190);
  });

  test('gets no credentials of the environment', async () => {
    const variables = {
      AWS_ACCESS_KEY_ID: 'AKIAREALREALREALREAL',
      AWS_SECRET_ACCESS_KEY: 'real',
      AWS_SESSION_TOKEN: 'real-session',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      AWS_USE_FIPS_ENDPOINT: 'true',
      AWS_PROFILE: 'none',
    };
    const { code } = await runProcess(there(startExport), variables);

    expect(code).toBe(0);
    for (const { headers } of server.requests) {
      expect(headers.authorization).not.toContain('AKIAREAL');
      expect(headers).not.toHaveProperty('x-amz-security-token');
    }
  });
});

describe('Ctrl-C', () => {
  test('during a call aborts it and says what may exist', async () => {
    await server.close();
    server = await startPlainServer({ ...usualAnswers, StartFHIRExportJob: [] });
    const cli = startCli([
      'run',
      ...provision,
      '--endpoint',
      server.url,
      '--poll-interval',
      '5ms',
    ]);
    await cli.until(/status ACTIVE/u);
    await expect
      .poll(() => requestsTo('StartFHIRExportJob'), { timeout: 5000 })
      .toHaveLength(1);
    cli.child.kill('SIGINT');

    await server.abandoned;
    const { code, stderr } = await cli.ended;
    expect(code).toBe(1);
    expect(stderr).toContain('Interrupted in step "startExportJob".');
    expect(stderr).toMatch(/left behind {2}data store feedface/u);
    expect(stderr).toContain('perhaps a new export job');
  });

  test('during a wait ends at once and says how to look at what exists', async () => {
    const cli = startCli(['run', ...provision, '--endpoint', server.url]);
    await cli.until(/polls again in 1 min/u);
    const pressed = performance.now();
    cli.child.kill('SIGINT');

    const { code, stderr } = await cli.ended;
    expect(code).toBe(1);
    expect(performance.now() - pressed).toBeLessThan(2000);
    expect(stderr).toContain(
      `see: aws healthlake describe-fhir-datastore --datastore-id feedfacefeedfacefeedfacefeedface --region us-east-1 --endpoint-url ${server.url}`,
    );
  });
});

test('a run with a time limit does not wait for the limit once it is over', async () => {
  const began = performance.now();
  await runThere([...startExport, '--timeout', '40d']);

  expect(performance.now() - began).toBeLessThan(15_000);
});
