import { describe, expect, test } from 'vitest';
import { editedExample, startExport } from '../support/examples.ts';
import type { FakeIoOptions } from '../support/fake-io.ts';
import { runCli } from '../support/run-cli.ts';

const declared = 'JobName:\n          type: string';

/** The payload of the first call, when `JobName` has this schema and this text is given for it. */
async function sentJobName(schema: string, text: string): Promise<unknown> {
  const edited = editedExample(startExport, [declared, `JobName:\n          ${schema}`]);
  const { io } = await runCli(
    [
      'run',
      'a.yaml',
      ...startExport.slice(1),
      '--input',
      `JobName=${text}`,
      '--trace',
      't',
    ],
    { files: { 'a.yaml': edited } },
  );
  return firstPayload(io.written.get('t'))['JobName'];
}

function firstPayload(trace = ''): Readonly<Record<string, unknown>> {
  const [line = ''] = trace.split('\n');
  const event = JSON.parse(line) as {
    request: { requestBody: { payload: Readonly<Record<string, unknown>> } };
  };
  return event.request.requestBody.payload;
}

describe('--input', () => {
  test.each([
    ['type: integer', '5', 5],
    ['type: number', '-1.5', -1.5],
    ['type: boolean', 'true', true],
    ['type: array', '["a"]', ['a']],
    ['type: object', '{"a": 1}', { a: 1 }],
    ['type: string', '5', '5'],
    ['type: [string, "null"]', 'null', 'null'],
    ['type: [integer, "null"]', 'null', null],
    ['anyOf: [{ type: integer }, { type: boolean }]', '5', 5],
    ['title: any', '5', '5'],
    ['type: string', 'a=b', 'a=b'],
    ['type: string', '', ''],
  ])('is read as the schema asks: %s, %s', async (schema, text, value) => {
    expect(await sentJobName(schema, text)).toEqual(value);
  });

  test('that is no number where one is wanted is refused', async () => {
    const edited = editedExample(startExport, [
      declared,
      'JobName:\n          type: integer',
    ]);
    const { code, stderr } = await runCli(
      ['run', 'a.yaml', ...startExport.slice(1), '--input', 'JobName=five'],
      { files: { 'a.yaml': edited } },
    );

    expect(code).toBe(2);
    expect(stderr).toContain('INVALID_INPUT  The input "JobName" must be integer.');
  });

  test('replaces the one in the file', async () => {
    const { io } = await runCli([
      'run',
      ...startExport,
      '--trace',
      't',
      '--input',
      'OutputS3Uri=s3://other/',
    ]);

    expect(firstPayload(io.written.get('t'))).toMatchObject({
      OutputDataConfig: { S3Configuration: { S3Uri: 's3://other/' } },
    });
  });

  test('that the schema does not declare is doubted, and does no harm', async () => {
    const { code, stderr } = await runCli(['run', ...startExport, '--input', 'JobNam=x']);

    expect(code).toBe(0);
    expect(stderr).toContain(
      'The workflow has no input "JobNam". Did you mean "JobName"?\n',
    );
  });

  test.each(['novalue', '=secret'])(
    'without a name and a value is refused: %s',
    async (pair) => {
      const { code, stderr } = await runCli(['run', ...startExport, '--input', pair]);

      expect(code).toBe(2);
      expect(stderr).toContain('Write --input name=value.');
      expect(stderr).not.toContain('secret');
    },
  );
});

function withInputs(text: string): [string[], FakeIoOptions] {
  return [['run', startExport[0], '--inputs', 'in.json'], { files: { 'in.json': text } }];
}

describe('--inputs', () => {
  test('may be YAML', async () => {
    const { stderr } = await runCli(...withInputs('DatastoreId: x\n'));

    expect(stderr).not.toContain('"DatastoreId" is missing');
  });

  test.each([
    ['{\n  "a": [ }', 'in.json:2:'],
    ['[1]', 'does not hold an object'],
  ])('that is unusable is refused: %j', async (text, message) => {
    const { code, stderr } = await runCli(...withInputs(text));

    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test('that is not there is refused', async () => {
    const { code, stderr } = await runCli([
      'run',
      startExport[0],
      '--inputs',
      'none.json',
    ]);

    expect(code).toBe(2);
    expect(stderr).toContain('none.json cannot be read: there is no such file');
  });
});
