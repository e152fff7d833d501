import { expect, test } from 'vitest';
import {
  evaluateTemplate,
  loadEngines,
  parseTemplate,
} from '../../../src/expressions/index.ts';
import { valueOf } from '../support/value-of.ts';
import { answer } from '../support/answer.ts';
import { holds, jsonpath } from '../support/criterion.ts';

const scope = {
  ...answer({ a: [] }, 200, {}),
  inputs: { o: {} },
  steps: { s: { outputs: { o: { list: [] } } } },
  message: { headers: {}, payload: {} },
};

test.each([
  '$inputs.__proto__',
  '$inputs.constructor',
  '$inputs.o.constructor.name',
  '$inputs.o#/__proto__/toString',
  '$inputs#/constructor',
  '$steps.constructor.outputs.x',
  '$steps.__proto__.outputs.x',
  '$steps.s.outputs.constructor',
  '$steps.s.outputs.o.__proto__',
  '$steps.s.outputs.o#/list/map',
  '$steps.s.toString',
  '$response.body#/a/push',
  '$response.body.a.constructor',
  '$response.header.constructor',
  '$message.header.toString',
  '$message.payload.__proto__',
])('A-EXPR-27 %s leads to nothing', (expression) => {
  expect(valueOf(expression, scope)).toBeUndefined();
});

test.each(['$.__proto__', '$.a.constructor', '$..toString', "$['constructor']"])(
  'A-EXPR-27 the query %s selects nothing',
  (query) => {
    expect(holds(jsonpath(query), scope)).toBe(false);
  },
);

test('A-EXPR-27 a selector reaches nothing that is inherited', async () => {
  const engines = await loadEngines(['jsonpath']);
  const value = ['/constructor', '/__proto__/toString'].map((selector) => ({
    context: '$inputs.o',
    selector,
    type: 'jsonpointer',
  }));
  const { template } = parseTemplate(value, { selectors: true, engines });
  expect(evaluateTemplate(template, scope)).toEqual([null, null]);
});
