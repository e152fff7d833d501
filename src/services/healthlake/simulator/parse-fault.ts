import { requestEffects } from './fault.ts';
import type { Fault, RequestEffect } from './fault.ts';
import { findClosest } from './find-closest.ts';
import { inputShapes, isOperation } from './input-shapes.ts';
import type { Operation } from './operation.ts';
import { parseDuration } from './parse-duration.ts';
import { datastoreStatuses, jobStatuses } from './statuses.ts';

/** A fault, or what is wrong with its text and what would be right. */
export type ParsedFault =
  { readonly fault: Fault; readonly error?: never } | FaultMistake;

interface FaultMistake {
  readonly error: string;
  readonly fault?: never;
}

interface Subject {
  /** `undefined` when the text names no operation at all. */
  readonly operation: Operation | '*' | undefined;
  readonly range: { readonly from: number; readonly to: number } | undefined;
}

const allOperations = Object.keys(inputShapes) as Operation[];
const jobStarts: readonly Operation[] = ['StartFHIRExportJob', 'StartFHIRImportJob'];
const outcomeOperations: readonly Operation[] = [
  'CreateFHIRDatastore',
  'DeleteFHIRDatastore',
  ...jobStarts,
];
const defaultSlowness = 30_000;

/**
 * A fault from its short spelling, `<Operation>[#<first>[-<last>|+]]=<fault>`.
 *
 * `DescribeFHIRDatastore#2=throttle` disturbs the second request, `StartFHIRExportJob=FAILED` lets
 * every export job fail. Without `#`, a disturbance comes once and an outcome every time. `*`
 * stands for every operation that the fault fits, and an outcome may do without an operation:
 * `CREATE_FAILED`, `COMPLETED_WITH_ERRORS`, `queued`.
 *
 * @example
 * parseFault('DescribeFHIRExportJob#1-3=500').fault;
 */
export function parseFault(text: string): ParsedFault {
  const [, left, right = ''] = /^(?:([^=]*)=)?(.*)$/s.exec(text.trim()) ?? [];
  const subject = parseSubject(left);
  if ('error' in subject) return subject;
  const [, effect = '', detail] = /^([^:]*)(?::(.*))?$/.exec(right) ?? [];
  if (isRequestEffect(effect)) return toRequestFault(subject, effect, detail);
  if (/^[A-Z][A-Z0-9_]*$/.test(right) || right === 'stuck' || right === 'queued') {
    return toOutcomeFault(subject, right);
  }
  return { error: explainUnknownFault(right) };
}

function parseSubject(text: string | undefined): Subject | FaultMistake {
  if (text === undefined) return { operation: undefined, range: undefined };
  const [, name = '', occurrence] = /^([^#]*)(?:#(.*))?$/.exec(text) ?? [];
  if (name !== '*' && !isOperation(name)) {
    const closest = findClosest(name, allOperations);
    return {
      error: `HealthLake has no operation "${name}".${
        closest
          ? ` Did you mean ${closest}?`
          : ` It has ${allOperations.join(', ')}; * stands for all of them.`
      }`,
    };
  }
  const range = occurrence === undefined ? undefined : parseRange(occurrence);
  return range && 'error' in range ? range : { operation: name, range };
}

function parseRange(text: string): NonNullable<Subject['range']> | FaultMistake {
  const [, first, last, plus] = /^(\d+)(?:-(\d+)|(\+))?$/.exec(text) ?? [];
  const from = Number(first);
  const to = plus ? Infinity : Number(last ?? first);
  if (from >= 1 && to >= from) return { from, to };
  return {
    error: `"#${text}" is no occurrence. Write #2 for the second, #1-3 for the first three, #2+ for all but the first.`,
  };
}

function toRequestFault(
  { operation, range = { from: 1, to: 1 } }: Subject,
  effect: RequestEffect,
  detail: string | undefined,
): ParsedFault {
  if (!operation) {
    return {
      error: `Whose? Write DescribeFHIRDatastore=${effect} for one operation or *=${effect} for any.`,
    };
  }
  const operations = operation === '*' ? allOperations : [operation];
  const fault = { kind: 'request', operations, ...range, effect } as const;
  if (effect === 'slow') {
    const delay = detail === undefined ? defaultSlowness : parseDuration(detail);
    if (delay !== undefined) return { fault: { ...fault, delay } };
    return { error: `"${detail}" is no duration. Write slow:500ms, slow:5s or slow:2m.` };
  }
  if (detail === undefined) return { fault };
  return { error: `"${effect}" takes no ":${detail}"; only slow does, as in slow:5s.` };
}

function toOutcomeFault(
  { operation, range = { from: 1, to: Infinity } }: Subject,
  outcome: string,
): ParsedFault {
  const operations = findOutcomeOperations(operation, outcome);
  if (operations.length > 0) {
    return { fault: { kind: 'outcome', operations, ...range, outcome } };
  }
  const choices = outcome === 'queued' ? jobStarts : outcomeOperations;
  const examples = choices.map((name) => `${name}=${outcome}`).join(', ');
  const complaint =
    operation && operation !== '*'
      ? `Nothing that ${operation} does can end in ${outcome}.`
      : `Whose outcome is ${outcome}?`;
  return { error: `${complaint} Write one of ${examples}.` };
}

/** The operations whose resources can have this outcome; empty when that cannot be told. */
function findOutcomeOperations(
  operation: Subject['operation'],
  outcome: string,
): readonly Operation[] {
  if (operation && operation !== '*') {
    const fitting = outcome === 'queued' ? jobStarts : outcomeOperations;
    return fitting.includes(operation) ? [operation] : [];
  }
  if (outcome === 'queued') return jobStarts;
  if (jobStatuses.some((status) => status === outcome)) return jobStarts;
  return datastoreStatuses.includes(outcome) ? ['CreateFHIRDatastore'] : [];
}

function isRequestEffect(word: string): word is RequestEffect {
  return requestEffects.some((effect) => effect === word);
}

function explainUnknownFault(word: string): string {
  const known = [
    ...requestEffects,
    'stuck',
    'queued',
    ...jobStatuses,
    ...datastoreStatuses,
  ];
  const closest = findClosest(word, known);
  if (closest) return `"${word}" is no fault. Did you mean ${closest}?`;
  return `"${word}" is no fault. Write ${requestEffects.join(', ')}, stuck, queued, or a status in capitals such as FAILED.`;
}
