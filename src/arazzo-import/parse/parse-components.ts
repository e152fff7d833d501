import type { Components } from '../document.ts';
import { checkKeys } from './check-keys.ts';
import { defined } from '../defined.ts';
import { openObject } from './open-object.ts';
import { parseFailureAction, parseSuccessAction } from './parse-action.ts';
import { parseParameter } from './parse-parameter.ts';
import { parseSchema } from './parse-schema.ts';
import type { Place } from './place.ts';

const sections = ['inputs', 'parameters', 'successActions', 'failureActions'] as const;

/** Gives you the Components Object. */
export function parseComponents(place: Place): Components | undefined {
  const components = openObject(place, 'components object');
  if (components === undefined) return undefined;
  for (const section of sections) checkKeys(components, section);
  return defined({
    path: components.path,
    inputs: components.map('inputs', parseSchema),
    parameters: components.map('parameters', parseParameter),
    successActions: components.map('successActions', parseSuccessAction),
    failureActions: components.map('failureActions', parseFailureAction),
    ...components.rest(),
  });
}
