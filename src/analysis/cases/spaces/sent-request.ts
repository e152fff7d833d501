import { toText } from '../../../expressions/templates/to-text.ts';
import type { Definition } from '../../../machines/definition.ts';
import { toOperationRequest } from '../../../machines/request.ts';
import { scopeOf } from '../../../machines/scope.ts';
import { toServerUrl } from '../../../openapi/index.ts';
import type { OperationAnswer, OperationParameter } from '../../../services/service.ts';
import type { Question } from '../question.ts';
import { remembered } from '../remembered.ts';

/**
 * The method and the URL that `$method` and `$url` stand for when an operation has answered; `undefined`
 * where no description tells them, or the workflow does not look at them.
 */
export function sentRequest(question: Question): OperationAnswer['request'] {
  const { operation, definition, step, context } = question;
  if (operation === undefined || !looksAtRequest(definition).isTrue) return undefined;
  const { parameters } = toOperationRequest(step, scopeOf(definition, context));
  const path = fill(operation.path, parameters);
  const query = queryOf(parameters);
  const url = `${serverOf(operation.servers)}${path}${query === '' ? '' : `?${query}`}`;
  return { method: operation.method.toUpperCase(), url };
}

const looksAtRequest = remembered(({ config }: Definition) => ({
  isTrue: /\$(?:url|method)\b/u.test(JSON.stringify(config)),
}));

/** A name that is reserved for examples, where no server is described. */
const anyServer = 'https://api.example.com';

function serverOf(servers: NonNullable<Question['operation']>['servers']): string {
  const [found] = servers.flatMap((server) => {
    const result = toServerUrl(server);
    return 'url' in result ? [result.url] : [];
  });
  return (found ?? anyServer).replace(/\/$/u, '');
}

function fill(path: string, parameters: readonly OperationParameter[]): string {
  const [template = ''] = path.split('#', 1);
  return template.replaceAll(/\{([^{}]+)\}/gu, (written, name: string) => {
    const found = parameters.find((each) => each.in === 'path' && each.name === name);
    return found === undefined ? written : encodeURIComponent(toText(found.value));
  });
}

function queryOf(parameters: readonly OperationParameter[]): string {
  return parameters
    .flatMap(({ name, in: place, value }) => {
      if (place === 'querystring') return [toText(value)];
      return place === 'query'
        ? [`${encodeURIComponent(name)}=${encodeURIComponent(toText(value))}`]
        : [];
    })
    .join('&');
}
