import { OperationError } from '../../diagnostics/index.ts';
import type { ImportedDocument } from '../../arazzo-import/index.ts';
import type { LoadedWorkflow } from '../../machines/load-workflow.ts';
import type { MessageService } from '../../services/message-service.ts';
import type { Service } from '../../services/service.ts';
import { quietSdk } from '../run/targets/aws-settings.ts';
import { calledSources } from '../run/targets/called-sources.ts';
import type { CalledSource } from '../run/targets/called-sources.ts';
import { findSource, isHealthLake } from '../run/targets/plan-targets.ts';

/**
 * A workflow whose machine has the services that are known, for what they know: nothing is called. Of
 * the others only their names are known.
 */
export async function withKnownServices(
  workflow: LoadedWorkflow,
  imported: ImportedDocument,
): Promise<LoadedWorkflow> {
  const services = Object.fromEntries(
    await Promise.all(
      calledSources(workflow.config).map(
        async (called) => [called.key, await knownService(called, imported)] as const,
      ),
    ),
  );
  return {
    ...workflow,
    machine: (options) => workflow.machine({ services, ...options }),
  };
}

async function knownService(
  { key, hasChannels }: CalledSource,
  imported: ImportedDocument,
): Promise<Service | MessageService> {
  if (hasChannels) return { name: key, send: notCalled, receive: notCalled };
  if (!isHealthLake(findSource(imported, key))) return { name: key, call: notCalled };
  quietSdk();
  const { createHealthLakeService } =
    await import('../../services/healthlake/create-health-lake-service.ts');
  return createHealthLakeService({ region: 'us-east-1' });
}

async function notCalled(): Promise<never> {
  throw new OperationError('MISSING_SERVICE', 'Paths call nothing.');
}
