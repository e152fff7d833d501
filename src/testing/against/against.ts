/**
 * Who answers when paths are run:
 *
 * - `scripted`: the paths themselves, in the place of the services
 * - `http`: the paths themselves, but over HTTP: the real service sends real requests, which msw answers
 * - `simulator`: the HealthLake simulator, driven into each path
 */
export type Against = (typeof againstChoices)[number];

/** All there is of {@link Against}. */
export const againstChoices = ['scripted', 'simulator', 'http'] as const;
