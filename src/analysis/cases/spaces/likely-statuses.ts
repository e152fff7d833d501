import type { CriterionProgram } from '../../../expressions/index.ts';
import type { OpenApiResponse } from '../../../openapi/index.ts';
import { literalsOf } from '../solve/literals-of.ts';

/** Status codes that servers answer with, whatever the description says. */
const usual = [200, 201, 202, 204, 400, 401, 403, 404, 409, 429, 500, 503];

/** Status codes worth a try: good ones first, and first those that somebody has written down. */
export function likelyStatuses(
  responses: readonly OpenApiResponse[],
  programs: readonly CriterionProgram[],
): readonly number[] {
  const literals = programs.flatMap(literalsOf).map(Number).filter(isStatus);
  const beside = literals.flatMap((status) => [status - 1, status + 1]).filter(isStatus);
  const documented = documentedStatuses(responses);
  // A success that the description does not have could be of any form.
  const others = documented.some(isGood) ? usual.filter((each) => !isGood(each)) : usual;
  const all = [...documented, ...literals, ...others, ...beside];
  const unique = [...new Set(all)];
  return [...unique.filter(isGood), ...unique.filter((status) => !isGood(status))];
}

/** One status code for each response that is described; `default` is an error. */
export function documentedStatuses(
  responses: readonly OpenApiResponse[],
): readonly number[] {
  const exact = responses.map(({ status }) => Number(status)).filter(isStatus);
  const ranges = responses.flatMap(({ status }) => {
    const [, first] = /^([1-5])XX$/u.exec(status) ?? [];
    return first === undefined ? [] : [Number(first) * 100];
  });
  const others = responses.some(({ status }) => status === 'default') ? [500] : [];
  return [...new Set([...exact, ...ranges, ...others])];
}

/** Whether a status code says that all is well. */
export function isGood(status: number): boolean {
  return status >= 200 && status < 300;
}

function isStatus(value: number): boolean {
  return Number.isInteger(value) && value >= 100 && value < 600;
}
