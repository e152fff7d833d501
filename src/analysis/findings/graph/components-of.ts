import type { Edge, WorkflowGraph } from './workflow-graph.ts';

/** A set of states each of which leads to all others. */
export type Component = ReadonlySet<string>;

/** The component of each state (Tarjan's algorithm, without recursion: workflows may be long). */
export function componentsOf({
  keys,
  edgesFrom,
}: WorkflowGraph): ReadonlyMap<string, Component> {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const components = new Map<string, Component>();

  const enter = (key: string): Frame => {
    order.set(key, order.size);
    lowest.set(key, order.size - 1);
    open.push(key);
    isOpen.add(key);
    return { key, edges: edgesFrom.get(key) ?? [], next: 0 };
  };
  const lower = (key: string, value: number): void => {
    lowest.set(key, Math.min(lowest.get(key) ?? value, value));
  };
  const close = (key: string): void => {
    const members = new Set(open.splice(open.lastIndexOf(key)));
    for (const member of members) {
      isOpen.delete(member);
      components.set(member, members);
    }
  };

  for (const start of keys) {
    const stack = order.has(start) ? [] : [enter(start)];
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const to = frame.edges[frame.next]?.to;
      frame.next += 1;
      if (to === undefined) {
        if (lowest.get(frame.key) === order.get(frame.key)) close(frame.key);
        stack.pop();
        const above = stack.at(-1);
        if (above !== undefined) lower(above.key, lowest.get(frame.key) ?? 0);
      } else if (!order.has(to)) stack.push(enter(to));
      else if (isOpen.has(to)) lower(frame.key, order.get(to) ?? 0);
    }
  }
  return components;
}

interface Frame {
  readonly key: string;
  readonly edges: readonly Edge[];
  next: number;
}
