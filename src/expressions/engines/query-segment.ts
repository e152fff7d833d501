import type { Condition } from '../criteria/condition.ts';

/** One step of a JSONPath query. */
export interface QuerySegment {
  /** Whether the selectors are tried on a node itself or also on everything in it. */
  readonly kind: 'child' | 'descendant';
  readonly selectors: readonly QuerySelector[];
}

/** What a step of a JSONPath query selects. */
export type QuerySelector =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'slice' }
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'filter'; readonly condition: Condition<FilterOperand> };

/** What the condition of a filter looks up: a query of its own, or a function. */
export type FilterOperand =
  | {
      readonly kind: 'query';
      /** `$` or `@`. */
      readonly from: 'root' | 'current';
      readonly segments: readonly QuerySegment[];
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly parameters: readonly Condition<FilterOperand>[];
    };
