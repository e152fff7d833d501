import { describe, expect, it } from 'vitest';
import { enumeratedStatuses } from '../../../src/analysis/cases/enumerated-statuses.ts';
import type { EnumeratedStatuses } from '../../../src/analysis/cases/enumerated-statuses.ts';
import { parseTemplate } from '../../../src/expressions/index.ts';
import type { OperationKnowledge } from '../../../src/services/service.ts';
import { compile, jsonpath, regex } from '../../expressions/support/criterion.ts';
import type { Written } from '../../expressions/support/criterion.ts';

const status = { type: 'string', enum: ['CREATING', 'ACTIVE', 'FAILED', 'GONE'] };
const schema = {
  type: 'object',
  properties: { store: { $ref: '#/$defs/Store' }, list: { type: 'array', items: {} } },
  $defs: { Store: { type: 'object', properties: { status } } },
};

const knowledge: OperationKnowledge = {
  status: {
    pointer: '/store/status',
    pending: ['CREATING', 'UPDATING'],
    succeeded: ['ACTIVE'],
    failed: ['FAILED'],
  },
};

function find(...criteria: readonly Written[]): EnumeratedStatuses | undefined {
  return enumeratedStatuses({ programs: criteria.map(compile), schema });
}

function unnamed(...criteria: readonly Written[]): readonly string[] | undefined {
  return find(...criteria)?.unnamed.map(({ value }) => value);
}

describe('enumeratedStatuses', () => {
  it.each<Written>([
    "$response.body#/store/status == 'ACTIVE' || $response.body#/store/status == 'creating'",
    "$response.body.store.status == 'ACTIVE' || 'CREATING' == $response.body#/store/status",
    jsonpath("$[?@.store.status == 'ACTIVE' || @.store.status == 'CREATING']"),
    jsonpath('$.store.status == "ACTIVE" || $.store.status == "CREATING"'),
    jsonpath('$.store.status in ["ACTIVE", "CREATING"]'),
    regex('^(ACTIVE|CREATING)$', '$response.body#/store/status'),
  ])('tells the values that %j does not name', (criterion) => {
    expect(find(criterion)).toMatchObject({ named: ['CREATING', 'ACTIVE'] });
    expect(unnamed(criterion)).toEqual(['FAILED', 'GONE']);
  });

  it('looks into the items of a list', () => {
    const list = { type: 'array', items: { type: 'object', properties: { status } } };
    const found = enumeratedStatuses({
      programs: [compile(jsonpath('$.jobs[?(@.status == "ACTIVE")]'))],
      schema: { type: 'object', properties: { jobs: list } },
    });
    expect(found?.keys).toEqual(['jobs', 0, 'status']);
    expect(found?.named).toEqual(['ACTIVE']);
  });

  it('follows the outputs of the step itself', () => {
    const outputs = parseTemplate({ state: '$response.body#/store/status' }).template;
    const found = enumeratedStatuses({
      programs: [compile("$steps.poll.outputs.state == 'ACTIVE'")],
      schema,
      own: { stepId: 'poll', outputs },
    });
    expect(found?.keys).toEqual(['store', 'status']);
  });

  it('adds what the service knows, and what it means', () => {
    const programs = [compile("$response.body#/store/status == 'ACTIVE'")];
    const found = enumeratedStatuses({ programs, schema, knowledge });
    expect(found?.unnamed).toEqual([
      { value: 'CREATING', source: 'schema', meaning: 'pending' },
      { value: 'FAILED', source: 'schema', meaning: 'failed' },
      { value: 'GONE', source: 'schema' },
      { value: 'UPDATING', source: 'service', meaning: 'pending' },
    ]);
  });

  it('knows the status of a poll whose criteria look at something else', () => {
    const programs = [compile('$statusCode == 200')];
    const found = enumeratedStatuses({ programs, knowledge, polls: true });
    expect(found?.unnamed).toHaveLength(4);
    expect(enumeratedStatuses({ programs, knowledge })).toBeUndefined();
  });

  it('says when a criterion asks for everything but a value', () => {
    expect(find("$response.body#/store/status != 'ACTIVE'")?.hasOtherwise).toBe(true);
    expect(find(jsonpath('$[?!(@.store.status == "GONE")]'))?.hasOtherwise).toBe(true);
    expect(find("$response.body#/store/status == 'ACTIVE'")?.hasOtherwise).toBe(false);
  });

  it('finds nothing where values are not enumerated or not named', () => {
    expect(find("$response.body#/name == 'x'")).toBeUndefined();
    expect(find('$statusCode == 200')).toBeUndefined();
    expect(find(regex('^\\w+$', '$response.body#/store/status'))).toBeUndefined();
  });
});
