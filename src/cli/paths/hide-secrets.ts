import type { Path, PathEvent } from '../../analysis/paths/path.ts';
import { isSecretName } from '../../diagnostics/is-secret-name.ts';
import type { HidePath } from '../../testing/reports/hide-path.ts';
import { defaultsOf, secretValues } from '../../testing/run-paths/secret-values.ts';
import type { PathResult, SentRequest } from '../../testing/run-paths/path-result.ts';
import { createRedactor, secretInputs } from '../run/redact.ts';
import type { Redactor } from '../run/redact.ts';

/**
 * Takes the secrets out of paths before they are shown: members, parameters and inputs with telling
 * names, and what a schema of inputs calls a password.
 *
 * @param schemas - of the inputs of all workflows that are shown
 */
export function createHidePath(schemas: readonly unknown[]): HidePath {
  return (path) => {
    const redactor = createRedactor();
    for (const schema of schemas)
      for (const values of [defaultsOf(schema), path.inputs.values])
        for (const secret of [
          ...secretInputs(values, schema),
          ...secretValues(values, schema),
        ])
          redactor.add(secret);
    if (!('secrets' in path)) return { ...path, ...hidden(path, redactor) };
    const { secrets = [], ...rest } = path;
    for (const secret of secrets) redactor.add(secret);
    return { ...rest, ...hidden(path, redactor) } as typeof path;
  };
}

function hidden(path: Path | PathResult, redactor: Redactor): Partial<PathResult> {
  const inputs = hide(path.inputs, redactor);
  const events = path.events.map((event) => hideEvent(event, redactor));
  if (!('result' in path)) return { inputs, events };
  const { requests, outputs, steps, problems, reason } = path;
  return {
    inputs,
    events,
    requests: requests.map((request) => hideRequest(request, redactor)),
    outputs: hide(outputs, redactor),
    steps: hide(steps, redactor),
    problems: hide(problems, redactor),
    ...(reason === undefined ? {} : { reason: redactor.text(reason) }),
  };
}

function hide<Value>(value: Value, redactor: Redactor): Value {
  return redactor.value(value) as Value;
}

function hideEvent(event: PathEvent, redactor: Redactor): PathEvent {
  if (event.type === 'wait') return event;
  const { reply, reason, within, ...rest } = event;
  const events = within?.events.map((inner) => hideEvent(inner, redactor));
  return {
    ...rest,
    reason: redactor.text(reason),
    reply: hide(reply, redactor),
    ...(within === undefined || events === undefined
      ? {}
      : { within: { ...within, events } }),
  };
}

/** A parameter says its name beside its value, and a URL in front of it. */
function hideRequest(request: SentRequest, redactor: Redactor): SentRequest {
  const { parameters, url, ...rest } = request;
  return {
    ...hide(rest, redactor),
    parameters: parameters.map(({ name, in: place, value }) => ({
      name,
      in: place,
      value: hide({ [name]: value }, redactor)[name] ?? null,
    })),
    ...(url === undefined ? {} : { url: redactor.text(hideQuery(url)) }),
  };
}

function hideQuery(url: string): string {
  return url.replaceAll(/([?&])([^=&#]*)=[^&#]*/gu, (pair, mark: string, name: string) =>
    isSecretName(name) ? `${mark}${name}=[redacted]` : pair,
  );
}
