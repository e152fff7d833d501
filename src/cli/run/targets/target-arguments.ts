/** The options that say who performs the operations of each source. */
export const targetOptions = {
  server: 'values',
  'server-variable': 'values',
  operation: 'values',
  credentials: 'value',
  aws: 'values',
  region: 'value',
  profile: 'value',
  endpoint: 'value',
  fault: 'values',
} as const;

/** What was given for {@link targetOptions}. */
export interface TargetArguments {
  readonly server?: readonly string[];
  readonly 'server-variable'?: readonly string[];
  readonly operation?: readonly string[];
  readonly credentials?: string;
  readonly aws?: readonly string[];
  readonly region?: string;
  readonly profile?: string;
  readonly endpoint?: string;
  readonly fault?: readonly string[];
}
