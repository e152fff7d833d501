import { describe, expect } from 'vitest';
import type { Fields } from './support/document.ts';
import { inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';

const at = '/workflows/0/steps/0';
const end = { name: 'stop', type: 'end' };
const page = { name: 'page', in: 'query', value: 9 };

describe.each(versions)('in Arazzo %s', (version) => {
  const { errors, findings, model, run } = inVersion(version);

  const url = async (
    parameter: Fields,
    components: Fields = { parameters: { page } },
  ): Promise<string> => {
    const steps = [{ stepId: 'one', parameters: [parameter] }];
    return (await run({ components, steps }, { inputs: { page: 4 } })).request.url;
  };

  requirement('A-COMP-01 inputs, parameters and actions may be components', async () => {
    const components = {
      inputs: { any: { type: 'object' } },
      parameters: { page },
      successActions: { stop: end },
      failureActions: { again: { name: 'again', type: 'retry' } },
    };
    const { document } = await model({ components });
    expect(document?.components).toMatchObject(components);
  });

  requirement('A-COMP-02 the names of components have few characters', async () => {
    for (const section of ['inputs', 'parameters', 'successActions', 'failureActions']) {
      const component: Readonly<Record<string, Fields>> = {
        inputs: {},
        parameters: page,
      };
      const of = (name: string): Fields => ({
        components: { [section]: { [name]: component[section] ?? end } },
      });
      expect(await errors(of('my.org-User_1'))).toEqual([]);
      expect(await errors(of('a b'))).toEqual([
        `INVALID_NAME /components/${section}/a b`,
      ]);
    }
  });

  requirement(
    'A-COMP-03 a component has no effect unless it is referred to',
    async () => {
      const components = {
        failureActions: { again: { name: 'again', type: 'retry' } },
        successActions: { stop: end },
        parameters: { page },
      };
      const steps = [{ stepId: 'one' }, { stepId: 'two' }];
      const { requests, status } = await run(
        { components, steps },
        { answers: [200, 500] },
      );
      expect(requests.map((request) => request.url)).toEqual(['/one', '/two']);
      expect(status).toBe('failed');
    },
  );

  requirement('A-REUSE-01 a reference names a component that is there', async () => {
    const of = (parameter: Fields): Fields => ({
      components: { parameters: { page } },
      steps: [{ stepId: 'one', parameters: [parameter] }],
    });
    expect(await errors(of({ reference: '$components.parameters.nope' }))).toEqual([
      `UNKNOWN_COMPONENT ${at}/parameters/0/reference`,
    ]);
    expect(await errors(of({ value: 1 }))).not.toEqual([]);
    expect(await errors(of({ reference: 'page' }))).toEqual([
      expect.stringContaining(`${at}/parameters/0/reference`),
    ]);
  });

  requirement('A-REUSE-01 the name of a component may have dots', async () => {
    const reference = '$components.parameters.my.org.p';
    expect(await url({ reference }, { parameters: { 'my.org.p': page } })).toBe(
      '/one?page=9',
    );
  });

  requirement(
    'A-REUSE-02 a value overrides that of a parameter, of nothing else',
    async () => {
      const reference = '$components.parameters.page';
      expect(await url({ reference, value: 1 })).toBe('/one?page=1');
      expect(await url({ reference, value: ['a', 'b'] })).toBe('/one?page=a&page=b');
      const onSuccess = [{ reference: '$components.successActions.stop', value: 1 }];
      const fields = {
        components: { successActions: { stop: end } },
        steps: [{ stepId: 'one', onSuccess }, { stepId: 'two' }],
      };
      expect(await errors(fields)).toEqual([]);
      expect((await run(fields)).paths).toEqual(['/one']);
    },
  );

  requirement('A-REUSE-03 the value of a reference may be an expression', async () => {
    const reference = '$components.parameters.page';
    expect(await url({ reference, value: '$inputs.page' })).toBe('/one?page=4');
    expect(await url({ reference, value: 'p{$inputs.page}' })).toBe('/one?page=p4');
  });

  requirement('A-REUSE-04 A-EXT-02 other fields of a reference are ignored', async () => {
    const reference = '$components.parameters.page';
    expect(await url({ reference, 'x-a': 1, foo: 2, name: 'other', in: 'header' })).toBe(
      '/one?page=9',
    );
  });

  requirement('A-REUSE-05 a reference fits the place where it stands', async () => {
    const components = {
      inputs: { page: {} },
      parameters: { page },
      successActions: { page: end },
      failureActions: { page: end },
    };
    const lists = [
      ['parameters', 'parameters'],
      ['onSuccess', 'successActions'],
      ['onFailure', 'failureActions'],
    ] as const;
    for (const [field, section] of lists) {
      for (const other of Object.keys(components)) {
        const reference = { reference: `$components.${other}.page` };
        const found = await errors({
          components,
          steps: [{ stepId: 'one', [field]: [reference] }],
        });
        const expected =
          other === section
            ? []
            : [expect.stringContaining(`${at}/${field}/0/reference`)];
        expect(found).toEqual(expected);
      }
    }
    expect(await findings({ components })).toEqual([]);
  });
});
