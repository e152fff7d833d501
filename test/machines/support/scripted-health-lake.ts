import type { OperationAnswer, OperationRequest } from '../../../src/services/service.ts';
import { healthLakeKnowledge } from '../../../src/services/index.ts';
import { createScriptedService } from './create-scripted-service.ts';
import type { ScriptedService } from './create-scripted-service.ts';

/** A HealthLake that is there as long as the account, not the process that calls it. */
export interface ScriptedHealthLake extends ScriptedService {
  /** The tokens of the calls of an operation that had an effect. */
  effects(operationId: string): readonly string[];
}

/** The statuses that are met one after the other; the last stays. */
export interface Statuses {
  readonly datastore?: readonly string[];
  readonly job?: readonly string[];
}

/** Gives you a HealthLake whose data store and export job go through the statuses. */
export function createScriptedHealthLake({
  datastore = ['CREATING', 'ACTIVE'],
  job = ['SUBMITTED', 'QUEUED', 'IN_PROGRESS', 'COMPLETED'],
}: Statuses = {}): ScriptedHealthLake {
  const effects = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  const nextOf = (operationId: string, statuses: readonly string[]): string => {
    const count = counts.get(operationId) ?? 0;
    counts.set(operationId, count + 1);
    return statuses[Math.min(count, statuses.length - 1)] ?? '';
  };
  const answers: Readonly<Record<string, () => unknown>> = {
    CreateFHIRDatastore: () => ({
      DatastoreId: 'ds',
      DatastoreArn: 'arn:ds',
      DatastoreStatus: 'CREATING',
    }),
    DescribeFHIRDatastore: () => ({
      DatastoreProperties: {
        DatastoreStatus: nextOf('DescribeFHIRDatastore', datastore),
      },
    }),
    StartFHIRExportJob: () => ({ JobId: 'job', JobStatus: 'SUBMITTED' }),
    DescribeFHIRExportJob: () => ({
      ExportJobProperties: { JobStatus: nextOf('DescribeFHIRExportJob', job) },
    }),
    ListFHIRExportJobs: () => ({ ExportJobPropertiesList: [] }),
  };
  const answer = (request: OperationRequest): Partial<OperationAnswer> => {
    const { operationId = '' } = request.operation;
    const tokens = effects.get(operationId) ?? new Set();
    effects.set(operationId, tokens.add(tokenOf(request)));
    return { body: answers[operationId]?.() };
  };
  return {
    ...createScriptedService(answer, healthLakeKnowledge),
    effects: (operationId) => [...(effects.get(operationId) ?? [])],
  };
}

/** The token that the service would see: the document's, else that of the run. */
function tokenOf({ requestBody, idempotencyToken }: OperationRequest): string {
  const { ClientToken } = (requestBody?.payload ?? {}) as { ClientToken?: string };
  return ClientToken ?? idempotencyToken;
}
