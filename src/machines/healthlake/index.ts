export { provisionDatastoreAndExport } from './provision-datastore-and-export.ts';
export type {
  ProvisionDatastoreAndExportInputs,
  ProvisionDatastoreAndExportOutputs,
} from './provision-datastore-and-export.ts';
export { startExportPollAndList } from './start-export-poll-and-list.ts';
export type {
  ExportJob,
  StartExportPollAndListInputs,
  StartExportPollAndListOutputs,
} from './start-export-poll-and-list.ts';
