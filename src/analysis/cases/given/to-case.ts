import type { Json } from '../../../arazzo-import/document.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import type { OperationAnswer } from '../../../services/service.ts';
import type { Case, Reply } from '../case.ts';
import type { GivenCase } from './given-case.ts';

/** The case that a user has given, made from the one that it is based on. */
export function toCase(given: GivenCase, base: Case | undefined): Case {
  const name = given.name ?? given.replaces ?? '';
  return {
    name,
    kind: 'given',
    reason: given.reason ?? 'it was given',
    reply: toReply(given, base?.reply),
  };
}

function toReply(given: GivenCase, base: Reply | undefined): Reply {
  const { error, message, output } = given;
  if (error !== undefined)
    return { error: { code: error, message: given.reason ?? 'There is no answer.' } };
  if (message !== undefined)
    return { message: { headers: message.headers ?? {}, payload: message.payload } };
  if (output !== undefined)
    return {
      output: { status: output.status ?? 'completed', outputs: output.outputs ?? {} },
    };
  const answer = base !== undefined && 'answer' in base ? base.answer : undefined;
  return { answer: toAnswer(given, answer) };
}

function toAnswer(
  { statusCode, headers, body, merge }: GivenCase,
  base: OperationAnswer = { statusCode: 200, headers: {}, body: {} },
): OperationAnswer {
  const given = Object.entries(headers ?? {}).map(
    ([name, value]) => [name.toLowerCase(), value] as const,
  );
  const { error, ...rest } = base;
  const isStillError = (statusCode ?? base.statusCode) >= 400 && error !== undefined;
  return {
    ...rest,
    ...(isStillError ? { error } : {}),
    statusCode: statusCode ?? base.statusCode,
    headers: { ...base.headers, ...Object.fromEntries(given) },
    body: merge === undefined ? (body ?? base.body) : mergePatch(base.body, merge),
  };
}

/** JSON Merge Patch (RFC 7396). */
function mergePatch(target: unknown, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const members = new Map<string, Json>(Object.entries(isObject(target) ? target : {}));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) members.delete(key);
    else members.set(key, mergePatch(members.get(key), value));
  }
  return Object.fromEntries(members);
}
