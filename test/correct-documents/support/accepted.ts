/** What may be said about a document although nothing is wrong with it. */
export interface Accepted {
  /** Outputs of the first workflow that are not there on every way: a note each. */
  readonly outputsOnSomeWays?: readonly string[];
  /** What no path can go through, as the tool says it, with the reason why that is right. */
  readonly uncovered?: Readonly<Record<string, string>>;
}

/**
 * By document; one that is not here is silent and covered as a whole. The only note that is accepted
 * says that an output of a workflow is absent on some way: such a workflow ends early and has nothing
 * to give then, as is meant.
 */
export const accepted: Readonly<Record<string, Accepted>> = {
  'approvals/ask-for-approval.arazzo.yaml': {
    outputsOnSomeWays: ['by'],
  },
  'bookings/cheapest-flight.arazzo.yaml': {
    outputsOnSomeWays: ['other'],
  },
  'files/upload.arazzo.yaml': {
    outputsOnSomeWays: ['content', 'note'],
  },
  'health/wait-until-active.arazzo.yaml': {
    uncovered: {
      "waitUntilActive: criterion of action stillCreating of step look: $response.body#/DatastoreProperties/DatastoreStatus == 'CREATING' false: it is true whenever it is looked at":
        'The success criteria leave two statuses, and the action before takes one of them.',
    },
  },
  'identity/log-in.arazzo.yaml': {
    outputsOnSomeWays: ['accessToken'],
  },
  'invoices/send-invoice.arazzo.yaml': {
    outputsOnSomeWays: ['first'],
  },
  'messages/pay-and-listen.arazzo.yaml': {
    outputsOnSomeWays: ['event', 'status'],
  },
  'payments/refund.arazzo.yaml': {
    outputsOnSomeWays: ['refundId'],
  },
  'shared/expressions.arazzo.yaml': {
    outputsOnSomeWays: ['price', 'cart'],
    uncovered: {
      "expressions: criterion of step list: $method == 'get' false: it is true whenever it is looked at":
        'The operation is a GET.',
      'expressions: criterion of step look: ^https://.+/products/[^/]+$ false: it is true whenever it is looked at':
        'The operation has this URL.',
    },
  },
  'shop/browse-products.arazzo.yaml': {
    outputsOnSomeWays: ['product', 'more'],
  },
  'shop/components.arazzo.yaml': {
    outputsOnSomeWays: ['black'],
  },
  'shop/follow-order.arazzo.yaml': {
    outputsOnSomeWays: ['label'],
  },
  'shop/order-tea.arazzo.yaml': {
    outputsOnSomeWays: ['orderId', 'total'],
  },
};

/** The notes of a document that are accepted: `CODE /path`. */
export function acceptedNotes({ outputsOnSomeWays = [] }: Accepted): readonly string[] {
  return outputsOnSomeWays.map(
    (name) => `OUTPUT_MAY_BE_MISSING /workflows/0/outputs/${name}`,
  );
}
