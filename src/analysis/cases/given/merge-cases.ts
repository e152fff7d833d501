import { didYouMean } from '../../../diagnostics/index.ts';
import type { Case } from '../case.ts';
import type { GivenCase } from './given-case.ts';
import { toCase } from './to-case.ts';

/** Cases with those of the user among them. */
export interface MergedCases {
  readonly cases: readonly Case[];
  /** What names a case that is not there, or takes a name that is. */
  readonly problems: readonly string[];
}

/** Adds, replaces and leaves out cases as a user wants it. Those that are added come last. */
export function mergeCases(
  cases: readonly Case[],
  given: readonly GivenCase[],
): MergedCases {
  let merged = cases;
  const problems: string[] = [];
  for (const each of given) {
    const changed = mergeCase(merged, each, cases);
    if (typeof changed === 'string') problems.push(changed);
    else merged = changed;
  }
  return { cases: merged, problems };
}

function mergeCase(
  cases: readonly Case[],
  given: GivenCase,
  originals: readonly Case[],
): readonly Case[] | string {
  const { name = '', replaces, without, basedOn } = given;
  const place = without === true ? name : replaces;
  const isThere = (wanted: string): boolean => cases.some((each) => each.name === wanted);
  if (place !== undefined && !isThere(place)) return unknownCase(place, cases);
  if (without === true) return cases.filter((each) => each.name !== name);
  if (isThere(name) && name !== replaces)
    return `There is a case "${name}" already: write "replaces" to put this one in its place.`;
  const base = basedOn ?? replaces;
  const found = base === undefined ? firstAnswer(originals) : byName(originals, base);
  if (basedOn !== undefined && found === undefined)
    return unknownCase(basedOn, originals);
  const made = toCase(given, found);
  return replaces === undefined
    ? [...cases, made]
    : cases.map((each) => (each.name === replaces ? made : each));
}

function firstAnswer(cases: readonly Case[]): Case | undefined {
  return cases.find(({ reply }) => 'answer' in reply);
}

function byName(cases: readonly Case[], name: string): Case | undefined {
  return cases.find((each) => each.name === name);
}

function unknownCase(name: string, cases: readonly Case[]): string {
  const names = cases.map((each) => each.name);
  const hint = didYouMean(name, names) ?? `There are: ${names.join(', ')}.`;
  return `There is no case "${name}". ${hint}`;
}
