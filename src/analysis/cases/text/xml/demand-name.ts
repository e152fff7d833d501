import type { Element } from 'slimdom';
import { deadEnd } from '../explore.ts';
import { locate } from './locate.ts';
import type { Focus, Solver } from './solver.ts';
import type { Demand } from './text-slot.ts';
import { settle } from './xml-tree.ts';
import type { XmlName } from './xml-tree.ts';
import { argumentsOf } from './xpath-tree.ts';

/** A function that is called, and what is asked of its value. */
export interface Call {
  readonly call: Element;
  readonly focus: Focus;
  readonly wish: Demand;
  readonly solver: Solver;
}

/** Asks something of `name()` or `local-name()`. */
export function demandName(asked: Call): void {
  const { wish, solver } = asked;
  const name = nameOf(asked);
  const known = name.local === undefined ? wish.candidates : [name.local];
  const good = known.filter((candidate) => candidate !== '' && wish.check(candidate));
  const [local = '', prefix] = (good[solver.choose(good.length)] ?? '')
    .split(':')
    .toReversed();
  settle(name, prefix === undefined ? { local } : { local, namespace: { prefix } });
}

/** Asks something of `namespace-uri()`. */
export function demandNamespace(asked: Call): void {
  const { wish, solver } = asked;
  const name = nameOf(asked);
  const { namespace } = name;
  if (namespace !== undefined && 'prefix' in namespace) {
    if (!wish.check(`urn:${namespace.prefix}`)) deadEnd();
    return;
  }
  const good = wish.candidates.filter(wish.check);
  settle(name, { namespace: { uri: good[solver.choose(good.length)] ?? '' } });
}

function nameOf({ call, focus, solver }: Call): XmlName {
  const [argument] = argumentsOf(call);
  const node = argument === undefined ? focus.node : locate(argument, focus, solver);
  return 'name' in node ? node.name : deadEnd();
}
