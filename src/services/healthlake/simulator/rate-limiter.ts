import type { Operation } from './operation.ts';
import { ServiceError } from './service-error.ts';

/** How many requests are let through in how many milliseconds, evenly and with a burst of as many. */
export interface Rate {
  readonly requests: number;
  readonly per: number;
}

/** The rate of each operation; one without is not limited. */
export type Rates = { readonly [Name in Operation]?: Rate };

/** Counts a request, or refuses it with a `ThrottlingException`. */
export type RateLimiter = (operation: Operation, now: number) => void;

/** A token bucket for each operation, full at first. */
export function createRateLimiter(rates: Rates): RateLimiter {
  const nextSlots = new Map<Operation, number>();
  return (operation, now) => {
    const rate = rates[operation];
    if (!rate) return;
    const interval = rate.per / rate.requests;
    const fullBucket = now - interval * (rate.requests - 1);
    const slot = Math.max(nextSlots.get(operation) ?? fullBucket, fullBucket);
    if (slot > now) throw new ServiceError('ThrottlingException', 'Rate exceeded');
    nextSlots.set(operation, slot + interval);
  };
}
