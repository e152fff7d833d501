import { HealthLakeClient } from '@aws-sdk/client-healthlake';
import { ConfiguredRetryStrategy } from '@smithy/core/retry';
import { SimulatedClock } from 'xstate';
import {
  createHealthLakeSimulator,
  createSimulatorRequestHandler,
} from '../../../../src/services/healthlake/simulator/index.ts';
import type {
  HealthLakeSimulator,
  SimulatorOptions,
} from '../../../../src/services/healthlake/simulator/index.ts';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

export const second = 1000;
export const minute = 60 * second;

/** A simulator on a simulated clock with a real client of the SDK, which retries nothing. */
export function createWorld(options: SimulatorOptions = {}): {
  clock: SimulatedClock;
  simulator: HealthLakeSimulator;
  client: HealthLakeClient;
} {
  const clock = new SimulatedClock();
  const simulator = createHealthLakeSimulator({ clock, ...options });
  const client = createClient({
    requestHandler: createSimulatorRequestHandler(simulator),
  });
  return { clock, simulator, client };
}

/** A real client of the SDK that does not wait between its attempts. */
export function createClient({
  attempts = 1,
  ...config
}: {
  attempts?: number;
  requestHandler?: ReturnType<typeof createSimulatorRequestHandler>;
  endpoint?: string;
}): HealthLakeClient {
  return new HealthLakeClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    retryStrategy: new ConfiguredRetryStrategy(attempts, 0),
    ...config,
  });
}

export const exportInput = {
  DataAccessRoleArn: 'arn:aws:iam::123456789012:role/HealthLakeExport',
  OutputDataConfig: {
    S3Configuration: {
      S3Uri: 's3://my-export-bucket/run/',
      KmsKeyId:
        'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555',
    },
  },
};

export const importInput = {
  DataAccessRoleArn: exportInput.DataAccessRoleArn,
  InputDataConfig: { S3Uri: 's3://my-import-bucket/data/' },
  JobOutputDataConfig: exportInput.OutputDataConfig,
};

/** A request as any HTTP client could send it. */
export function createRequest(target: string, body: string): Request {
  return new Request('https://healthlake.us-east-1.amazonaws.com/', {
    method: 'POST',
    headers: { 'x-amz-target': `HealthLake.${target}` },
    body,
  });
}

/** Settles when the next timer is set on a clock. */
export function nextTimer(clock: SimulatedClock): Promise<void> {
  return new Promise((resolve) => {
    const setTimer = clock.setTimeout.bind(clock);
    clock.setTimeout = (callback, timeout) => {
      clock.setTimeout = setTimer;
      resolve();
      return setTimer(callback, timeout);
    };
  });
}
