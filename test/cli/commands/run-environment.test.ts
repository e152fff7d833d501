import { afterEach, expect, test, vi } from 'vitest';
import { startExport } from '../support/examples.ts';
import { runJson } from '../support/run-cli.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

// Port 1 refuses every connection: a run that leaves the simulator fails.
const elsewhere = {
  AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
  AWS_ENDPOINT_URL_HEALTHLAKE: 'http://127.0.0.1:1',
  AWS_PROFILE: 'no-such-profile',
  AWS_REGION: 'eu-north-1',
  AWS_DEFAULT_REGION: 'eu-north-1',
  AWS_ACCESS_KEY_ID: 'AKIAEXAMPLEEXAMPLE00',
  AWS_SECRET_ACCESS_KEY: 'a-real-secret',
  AWS_SESSION_TOKEN: 'a-real-session',
  AWS_USE_FIPS_ENDPOINT: 'true',
  AWS_USE_DUALSTACK_ENDPOINT: 'true',
  AWS_MAX_ATTEMPTS: '1',
  AWS_RETRY_MODE: 'adaptive',
};

const nonsense = {
  AWS_ENDPOINT_URL: 'nowhere',
  AWS_USE_FIPS_ENDPOINT: 'maybe',
  AWS_USE_DUALSTACK_ENDPOINT: 'maybe',
  AWS_MAX_ATTEMPTS: 'many',
  AWS_RETRY_MODE: 'never',
  AWS_DEFAULTS_MODE: 'odd',
  AWS_CONFIG_FILE: '/dev/null/config',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null/credentials',
  AWS_SDK_UA_APP_ID: 'x'.repeat(100),
};

test.each([
  ['point elsewhere', elsewhere],
  ['make no sense', nonsense],
])(
  'variables of the environment that %s change nothing on the simulator',
  async (_name, variables) => {
    const warn = vi.spyOn(console, 'warn');
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    const fault = ['--fault', 'ListFHIRExportJobs=throttle'];
    const { code, report, stderr } = await runJson([...startExport, ...fault]);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(report.target).toBe('the embedded HealthLake simulator');
    expect(report.steps.at(-1)?.requests).toBe(2);
    expect(warn).not.toHaveBeenCalled();
  },
);
