import type { Path } from '../../../analysis/paths/path.ts';
import { ArazzoError } from '../../../diagnostics/index.ts';
import type { OpenApiDescription } from '../../../openapi/index.ts';
import { flattenEvents } from '../../run-paths/flatten-events.ts';
import { sourceOf } from '../called-sources.ts';
import type { CalledSource } from '../called-sources.ts';
import type { Perform, Readiness, World } from '../world.ts';
import { createHttpPerformer } from './http-performer.ts';
import type { Flight } from './http-performer.ts';
import { loadMsw } from './load-msw.ts';
import { closeNetwork } from './network.ts';
import type { ClosedNetwork } from './network.ts';
import { planSource } from './plan-sources.ts';
import type { SourcePlan } from './plan-sources.ts';
import { unsendable } from './to-response.ts';

/** What a workflow calls, and what is known about it. */
export interface CalledApis {
  readonly sources: readonly CalledSource[];
  readonly descriptionOf: (source: string) => OpenApiDescription | undefined;
}

/**
 * A world in which the real HTTP service calls APIs, and msw answers with the replies of the path.
 *
 * @throws ArazzoError `MISSING_PACKAGE` without msw, `NOTHING_TO_CALL` when nothing is called over HTTP
 */
export async function createHttpWorld({
  sources,
  descriptionOf,
}: CalledApis): Promise<World> {
  const plans = sources.map((source) => planSource(source, descriptionOf(source.name)));
  if (!plans.some(({ kind }) => kind !== 'scripted')) throw nothingToCall(plans);
  const msw = await loadMsw();
  const flight: Flight = { current: undefined };
  const warnings = new Set<string>();
  const performers = new Map(
    plans.flatMap((plan): readonly (readonly [string, Perform])[] =>
      plan.kind === 'http'
        ? [
            [
              plan.name,
              createHttpPerformer(plan, { flight, warn: (text) => warnings.add(text) }),
            ],
          ]
        : [],
    ),
  );
  let network: ClosedNetwork | undefined;
  return {
    remarks: () => [...plans.flatMap(remarkOn), ...firstOf([...warnings])],
    performerOf: (source) => performers.get(source),
    begin: async (path) => {
      const readiness = ready(path, sources, plans);
      if ('path' in readiness)
        network = closeNetwork(msw, (request) => {
          if (flight.current === undefined) warnings.add(strayed(request));
          return flight.current?.answer(request);
        });
      return readiness;
    },
    judge: () => undefined,
    end: async () => {
      flight.current = undefined;
      await network?.open();
      network = undefined;
    },
  };
}

function nothingToCall(plans: readonly SourcePlan[]): ArazzoError {
  const reasons = plans.map((plan) => ` ${remarkOn(plan).join(' ')}`);
  return new ArazzoError(
    'NOTHING_TO_CALL',
    `The workflow calls nothing over HTTP.${reasons.join('')}`,
  );
}

/** Some descriptions are broken in a hundred places. */
const mostWarnings = 5;

function firstOf(warnings: readonly string[]): readonly string[] {
  const more = warnings.length - mostWarnings;
  if (more <= 0) return warnings;
  return [
    ...warnings.slice(0, mostWarnings),
    `There are ${more} more remarks like these.`,
  ];
}

/** Of the URL only what nobody minds to see. */
function strayed({ method, url }: Request): string {
  const { origin, pathname } = new URL(url);
  return `${method} ${origin}${pathname} is no request of the workflow, and was kept from the network.`;
}

function remarkOn(plan: SourcePlan): readonly string[] {
  return plan.kind === 'scripted'
    ? [`The source "${plan.name}" is not called over HTTP: ${plan.why}.`]
    : [];
}

function ready(
  path: Path,
  sources: readonly CalledSource[],
  plans: readonly SourcePlan[],
): Readiness {
  for (const { event } of flattenEvents(path.events)) {
    if (event.type === 'wait') continue;
    const source = sourceOf(sources, event);
    const plan = plans.find(({ name }) => name === source?.name);
    if (plan?.kind === 'unknown') return { impossible: capital(`${plan.why}.`) };
    if (plan?.kind !== 'http' || !('answer' in event.reply)) continue;
    const why = unsendable(event.reply.answer);
    if (why !== undefined) return { impossible: why };
  }
  return { path };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
