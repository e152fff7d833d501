/** What may be said about a document although nothing is wrong with it. */
export interface Accepted {
  /** Findings of severity `info`: `CODE /path`, each with the reason why the document is right. */
  readonly notes?: Readonly<Record<string, string>>;
  /** What no path can go through, as the tool says it, with the reason why that is right. */
  readonly uncovered?: Readonly<Record<string, string>>;
}

const nothingToGive = 'On that way the workflow has nothing to give, as is meant.';

/** By document; one that is not here is silent and covered as a whole. */
export const accepted: Readonly<Record<string, Accepted>> = {
  'shop/browse-products.arazzo.yaml': {
    notes: {
      'OUTPUT_MAY_BE_MISSING /workflows/0/outputs/product': nothingToGive,
      'OUTPUT_MAY_BE_MISSING /workflows/0/outputs/more': nothingToGive,
    },
  },
  'shop/components.arazzo.yaml': {
    notes: { 'OUTPUT_MAY_BE_MISSING /workflows/0/outputs/black': nothingToGive },
  },
  'shop/order-tea.arazzo.yaml': {
    notes: {
      'OUTPUT_MAY_BE_MISSING /workflows/0/outputs/orderId': nothingToGive,
      'OUTPUT_MAY_BE_MISSING /workflows/0/outputs/total': nothingToGive,
    },
  },
};
