import { at, find, misspell, pointer, put, remove } from './walk.mjs';

/** What can go wrong when somebody edits a document. Each gives the places where it can. */
export const mutations = {
  'dropped criterion': (document) =>
    criteria(document).map(({ keys, value }) => ({
      where: pointer(keys),
      what: `without ${textOf(value)}`,
      change: remove(keys),
    })),
  'changed status code': (document) =>
    conditions(document, /\b[1-5]\d\d\b/u).map(({ keys, value }) => {
      const changed = value.replace(/\b[1-5]\d\d\b/u, (code) =>
        code === '204' ? '205' : '204',
      );
      return {
        where: pointer(keys),
        what: `${value} is ${changed}`,
        change: put(keys, changed),
      };
    }),
  'changed literal': (document) =>
    conditions(document, /(["'])[A-Za-z]\w{2,}\1/u).map(({ keys, value }) => {
      const changed = value.replace(
        /(["'])([A-Za-z]\w{2,})\1/u,
        (_, quote, word) => `${quote}${misspell(word)}${quote}`,
      );
      return {
        where: pointer(keys),
        what: `${value} is ${changed}`,
        change: put(keys, changed),
      };
    }),
  'turned comparison': (document) =>
    conditions(document, /==|[<>]/u).map(({ keys, value }) => {
      const changed = value.replace(/==|<=|>=|<|>/u, (operator) => opposite[operator]);
      return {
        where: pointer(keys),
        what: `${value} is ${changed}`,
        change: put(keys, changed),
      };
    }),
  'wrong step': (document) =>
    actions(document).flatMap(({ keys, value }) => {
      const steps = stepIdsAround(document, keys).filter((id) => id !== value.stepId);
      const [other] = steps;
      if (value.stepId === undefined || value.type !== 'goto' || other === undefined)
        return [];
      return [
        {
          where: pointer(keys),
          what: `${value.name} goes to ${other}`,
          change: put([...keys, 'stepId'], other),
        },
      ];
    }),
  'wrong type of action': (document) =>
    actions(document).map(({ keys, value }) => {
      const {
        stepId: _step,
        workflowId: _workflow,
        retryAfter: _after,
        retryLimit: _limit,
        parameters: _parameters,
        ...rest
      } = value;
      const ended = { ...rest, type: 'end' };
      const retried = { ...rest, type: 'retry', retryLimit: 2 };
      const isFailure = keys.some((key) => String(key).toLowerCase().includes('failure'));
      const changed =
        value.type === 'end'
          ? isFailure
            ? retried
            : { ...rest, type: 'goto', stepId: stepIdsAround(document, keys)[0] }
          : ended;
      return {
        where: pointer(keys),
        what: `${value.name} is ${changed.type}`,
        change: put(keys, changed),
      };
    }),
  'swapped actions': (document) =>
    actions(document).flatMap(({ keys }) => {
      const list = keys.slice(0, -1);
      const index = keys.at(-1);
      const all = at(document, list);
      if (typeof index !== 'number' || index + 1 >= all.length) return [];
      return [
        {
          where: pointer(keys),
          what: `${all[index].name ?? 'it'} stands behind ${all[index + 1].name ?? 'the next'}`,
          change: (copy) => {
            const items = at(copy, list);
            [items[index], items[index + 1]] = [items[index + 1], items[index]];
          },
        },
      ];
    }),
  'removed action': (document) =>
    actions(document)
      .filter(({ keys }) => typeof keys.at(-1) === 'number')
      .map(({ keys, value }) => ({
        where: pointer(keys),
        what: `without ${value.name ?? value.reference}`,
        change: remove(keys),
      })),
  'removed failure branch': (document) =>
    find(
      document,
      (_, keys) =>
        ['onFailure', 'failureActions'].includes(keys.at(-1)) && keys[0] === 'workflows',
    ).map(({ keys }) => ({
      where: pointer(keys),
      what: `without ${keys.at(-1)}`,
      change: remove(keys),
    })),
  'misspelled name': (document) =>
    find(document, (value, keys) => typeof value === 'string' && isReference(keys)).map(
      ({ keys, value }) => {
        const changed = misspellReference(value);
        return {
          where: pointer(keys),
          what: `${value} is ${changed}`,
          change: put(keys, changed),
        };
      },
    ),
  'misspelled parameter': (document) =>
    find(
      document,
      (value, keys) =>
        typeof value === 'string' &&
        keys.at(-1) === 'name' &&
        keys.at(-3) === 'parameters',
    ).map(({ keys, value }) => {
      const changed = misspell(value);
      return {
        where: pointer(keys),
        what: `${value} is ${changed}`,
        change: put(keys, changed),
      };
    }),
  'misspelled expression': (document) =>
    expressions(document, /\$(?:inputs|steps|workflows|outputs)\.[\w.-]+/u).map(
      ({ keys, value }) => {
        const changed = value.replace(
          /\$(?:inputs|steps|workflows|outputs)\.[\w.-]+/u,
          (text) => {
            const [root, ...names] = text.split('.');
            return [root, ...names.slice(0, -1), misspell(names.at(-1))].join('.');
          },
        );
        return {
          where: pointer(keys),
          what: `${value} is ${changed}`,
          change: put(keys, changed),
        };
      },
    ),
  'value from elsewhere': (document) =>
    expressions(document, valueExpression).flatMap(({ keys, value }) => {
      const [found] = valueExpression.exec(value);
      const other = valuesAround(document, keys).find((each) => each !== found);
      if (other === undefined) return [];
      const changed = value.replace(valueExpression, () => other);
      return [
        {
          where: pointer(keys),
          what: `${value} is ${changed}`,
          change: put(keys, changed),
        },
      ];
    }),
  'changed pointer': (document) =>
    expressions(document, /#\/[\w/~-]+/u).map(({ keys, value }) => {
      const changed = value.replace(
        /(#\/(?:[\w~-]+\/)*)([\w~-]+)/u,
        (_, start, last) =>
          start + (/^\d+$/u.test(last) ? `${Number(last) + 7}` : misspell(last)),
      );
      return {
        where: pointer(keys),
        what: `${value} is ${changed}`,
        change: put(keys, changed),
      };
    }),
  'changed path in a query': (document) =>
    find(
      document,
      (value, keys) =>
        keys.at(-1) === 'condition' &&
        typeof value === 'string' &&
        /[$@]\.\w{3,}/u.test(value),
    ).map(({ keys, value }) => {
      const changed = value.replace(
        /([$@](?:\.\w+)*\.)(\w{3,})/u,
        (_, start, last) => start + misspell(last),
      );
      return {
        where: pointer(keys),
        what: `${value} is ${changed}`,
        change: put(keys, changed),
      };
    }),
  'wrong type of value': (document) =>
    payloadValues(document).map(({ keys, value }) => {
      const changed =
        typeof value === 'number'
          ? 'many'
          : typeof value === 'boolean'
            ? 'yes, please'
            : 17;
      return {
        where: pointer(keys),
        what: `${JSON.stringify(value)} is ${JSON.stringify(changed)}`,
        change: put(keys, changed),
      };
    }),
  'removed member of a payload': (document) =>
    payloadValues(document).map(({ keys, value }) => ({
      where: pointer(keys),
      what: `without ${JSON.stringify(value)}`,
      change: remove(keys),
    })),
  'removed parameter': (document) =>
    find(
      document,
      (value, keys) =>
        keys.at(-2) === 'parameters' &&
        keys[0] === 'workflows' &&
        typeof value === 'object',
    ).map(({ keys, value }) => ({
      where: pointer(keys),
      what: `without ${value.name ?? value.reference}`,
      change: remove(keys),
    })),
  'parameter in another place': (document) =>
    find(
      document,
      (value, keys) => keys.at(-1) === 'in' && keys.at(-3) === 'parameters',
    ).map(({ keys, value }) => {
      const changed = value === 'query' ? 'header' : 'query';
      return {
        where: pointer(keys),
        what: `${value} is ${changed}`,
        change: put(keys, changed),
      };
    }),
  'removed output': (document) =>
    find(document, (_, keys) => keys.at(-2) === 'outputs' && keys[0] === 'workflows').map(
      ({ keys }) => ({
        where: pointer(keys),
        what: `without ${keys.at(-1)}`,
        change: remove(keys),
      }),
    ),
  'removed step': (document) =>
    find(
      document,
      (value, keys) => keys.at(-2) === 'steps' && typeof value === 'object',
    ).map(({ keys, value }) => ({
      where: pointer(keys),
      what: `without ${value.stepId}`,
      change: remove(keys),
    })),
  'other limit of a retry': (document) =>
    find(
      document,
      (value, keys) => keys.at(-1) === 'retryLimit' && typeof value === 'number',
    ).map(({ keys, value }) => ({
      where: pointer(keys),
      what: `${value} is ${value + 1}`,
      change: put(keys, value + 1),
    })),
  'other wait of a retry': (document) =>
    find(
      document,
      (value, keys) => keys.at(-1) === 'retryAfter' && typeof value === 'number',
    ).map(({ keys, value }) => ({
      where: pointer(keys),
      what: `${value} is ${value * 60}`,
      change: put(keys, value * 60),
    })),
  'removed dependency': (document) =>
    find(document, (_, keys) => keys.at(-2) === 'dependsOn').map(({ keys, value }) => ({
      where: pointer(keys),
      what: `without ${value}`,
      change: remove(keys),
    })),
};

const opposite = { '==': '!=', '<': '>', '>': '<', '<=': '>=', '>=': '<=' };

function criteria(document) {
  return find(
    document,
    (value, keys) =>
      ['successCriteria', 'criteria'].includes(keys.at(-2)) && value !== null,
  );
}

function textOf({ condition, reference }) {
  return condition ?? reference;
}

function conditions(document, pattern) {
  return find(
    document,
    (value, keys) =>
      keys.at(-1) === 'condition' && typeof value === 'string' && pattern.test(value),
  );
}

const lists = ['onSuccess', 'onFailure', 'successActions', 'failureActions'];

/** Actions that stand in lists, and those among the components. */
function actions(document) {
  return find(
    document,
    (value, keys) =>
      lists.includes(keys.at(-2)) &&
      typeof value === 'object' &&
      value !== null &&
      (value.type !== undefined || value.reference !== undefined),
  ).filter(({ value }) => value.type !== undefined || value.reference !== undefined);
}

const valueExpression = /\$(?:inputs|steps\.[\w-]+\.outputs)\.[\w-]+/u;

/** What the steps before a place in the same workflow, and its inputs, have to offer. */
function valuesAround(document, [, workflow, part, index]) {
  const { steps = [], inputs } = document.workflows[workflow] ?? {};
  const before = part === 'steps' ? steps.slice(0, index) : steps;
  return [
    ...before
      .toReversed()
      .flatMap(({ stepId, outputs = {} }) =>
        Object.keys(outputs).map((name) => `$steps.${stepId}.outputs.${name}`),
      ),
    ...Object.keys(inputs?.properties ?? {}).map((name) => `$inputs.${name}`),
  ];
}

function stepIdsAround(document, keys) {
  const workflow =
    keys[0] === 'workflows' ? document.workflows[keys[1]] : document.workflows[0];
  return workflow.steps.map(({ stepId }) => stepId);
}

const references = [
  'operationId',
  'operationPath',
  'workflowId',
  'channelPath',
  'reference',
];

/** A name that means something else in the document or in a source: not where it is declared. */
function isReference(keys) {
  const key = keys.at(-1);
  if (keys.at(-2) === 'dependsOn') return true;
  if (keys.length === 3 && keys[0] === 'workflows' && key === 'workflowId') return false;
  if (key === 'stepId') return lists.includes(keys.at(-3));
  return references.includes(key);
}

function misspellReference(text) {
  const end = text.search(/[\w-]+$/u);
  return end < 0 ? misspell(text) : text.slice(0, end) + misspell(text.slice(end));
}

function expressions(document, pattern) {
  return find(
    document,
    (value, keys) =>
      typeof value === 'string' &&
      keys[0] === 'workflows' &&
      !['description', 'summary'].includes(keys.at(-1)) &&
      pattern.test(value),
  );
}

/** Values in payloads that are no objects and no lists. */
function payloadValues(document) {
  return find(
    document,
    (value, keys) =>
      keys.includes('payload') &&
      keys.at(-1) !== 'payload' &&
      (typeof value !== 'object' || value === null),
  );
}
