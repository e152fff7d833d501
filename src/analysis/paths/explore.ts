import { initialTransition } from 'xstate';
import type { AnyEventObject } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import type { WorkflowMachine } from '../../machines/create-machine.ts';
import type { Gap } from '../cases/question.ts';
import { byKey } from '../cases/remembered.ts';
import { describeEdge } from './describe-edge.ts';
import type { Exploration, MachineSnapshot, PossibleEvent } from './exploration.ts';
import { followUps } from './follow-ups.ts';
import { forgetful } from './forgetful.ts';
import type { Graph, GraphEdge, GraphNode, GraphStart } from './graph.ts';
import type { PathInputs } from './path.ts';
import { placeOf } from './place.ts';
import { possibleEvents } from './possible-events.ts';
import { createStateKey } from './state-key.ts';
import { createAskStep } from './step-answers.ts';
import { createTaint } from './taint.ts';
import { createTakenTransitions } from './taken-transitions.ts';
import type { TakenTransitions } from './taken-transitions.ts';

/** How often a path repeats a retry that has to be used up, at most. */
const maxRepeats = 1000;

type OpenNode = GraphNode & { readonly edges: GraphEdge[] };

/** What an exploration works with from its first start to its last. */
interface Survey {
  readonly exploration: Exploration;
  readonly keyOf: (snapshot: MachineSnapshot) => string;
  readonly eventsAt: (snapshot: MachineSnapshot) => readonly PossibleEvent[];
  readonly nodes: Map<string, OpenNode>;
  readonly onGap: (gap: Gap) => void;
  /** The machine, without what it need not remember. */
  readonly logic: WorkflowMachine;
  readonly taken: TakenTransitions;
}

/** A state in the adjacency map, and what its events lead to. */
interface Reached {
  readonly state: MachineSnapshot;
  readonly transitions: Readonly<Record<string, Step>>;
}

interface Step {
  readonly event: AnyEventObject;
  readonly state: MachineSnapshot;
}

/** Explores a machine from each of its starts, with `@xstate/graph` and without running anything. */
export function explore(exploration: Exploration, starts: readonly PathInputs[]): Graph {
  const gaps = new Map<Gap['transition'], Gap>();
  const nodes = new Map<string, OpenNode>();
  const taint = createTaint();
  const taken = createTakenTransitions(exploration.index);
  const keyOf = createStateKey(exploration.environment, exploration.tests);
  const onGap = (gap: Gap): void => void gaps.set(gap.transition, gap);
  const ask = createAskStep(exploration, onGap);
  const { room } = exploration;
  let isCut = false;
  const survey: Survey = {
    exploration,
    // The traversal asks for the key of the same snapshot several times.
    keyOf: byKey((snapshot) =>
      taint.isTainted(snapshot) ? `${keyOf(snapshot)} broken` : keyOf(snapshot),
    ),
    eventsAt: (snapshot) => {
      isCut ||= room.left === 0;
      if (room.left === 0) return [];
      room.left -= 1;
      const events = possibleEvents(exploration, snapshot, ask);
      events.forEach(taint.note);
      return events;
    },
    nodes,
    onGap,
    logic: taint.watch(taken.watch(forgetful(exploration))),
    taken,
  };
  return {
    starts: starts.map((inputs) => exploreFrom(survey, inputs)),
    nodes,
    gaps: [...gaps.values()],
    isCut,
  };
}

function exploreFrom(survey: Survey, inputs: PathInputs): GraphStart {
  const { exploration, keyOf, nodes } = survey;
  const { machine } = exploration;
  const [snapshot] = initialTransition(machine, inputs.values);
  const key = keyOf(snapshot);
  if (!nodes.has(key)) addStates(survey, snapshot);
  return {
    inputs,
    node: nodes.get(key) ?? { key, place: placeOf(snapshot.value), snapshot, edges: [] },
    transitions: followUps(exploration, machine.config.initial as string, {
      context: snapshot.context,
      event: {},
    }),
  };
}

/** Adds the states that can be reached from a snapshot and are not there yet. */
function addStates(survey: Survey, fromState: MachineSnapshot): void {
  const { exploration, keyOf, eventsAt, nodes, taken } = survey;
  const possible = new Map<AnyEventObject, PossibleEvent>();
  // Numbers that begin anew in each state: as keys of an object, large ones are slow.
  let count = 0;
  const adjacency = getAdjacencyMap(survey.logic, {
    fromState,
    serializeState: keyOf,
    serializeEvent: () => String((count += 1)),
    events: (snapshot) => {
      count = 0;
      if (nodes.has(keyOf(snapshot))) return [];
      const events = eventsAt(snapshot);
      for (const each of events) possible.set(each.event, each);
      return events.map(({ event }) => event);
    },
  });
  const reached = adjacency as unknown as Readonly<Record<string, Reached>>;
  const found = Object.entries(reached).filter(([key]) => !nodes.has(key));
  for (const [key, { state: snapshot }] of found)
    nodes.set(key, { key, place: placeOf(snapshot.value), snapshot, edges: [] });
  for (const [key, reachedBy] of found)
    for (const { event, state } of Object.values(reachedBy.transitions)) {
      const from = nodes.get(key);
      const to = nodes.get(keyOf(state));
      const happened = possible.get(event);
      if (from === undefined || to === undefined || happened === undefined) continue;
      const transitions = taken.by(event);
      const edge = describeEdge(exploration, happened, { from, to, transitions });
      const endless = edge.exhausts.find(({ limit }) => limit > maxRepeats);
      if (endless === undefined) from.edges.push(edge);
      else leaveOut(survey, edge, endless);
    }
}

/** Leaves out what follows a retry that is taken too often before; nobody waits for that. */
function leaveOut(
  { exploration: { cuts }, onGap }: Survey,
  { from, transitions: [first] }: GraphEdge,
  { action, limit }: GraphEdge['exhausts'][number],
): void {
  const why = `retry ${action} is taken ${limit} times before, which is more than ${maxRepeats}`;
  cuts.set(`retry ${from.place} ${action}`, `${from.place}: ${why}`);
  if (first !== undefined) onGap({ transition: first.config, kind: 'unsolved', why });
}
