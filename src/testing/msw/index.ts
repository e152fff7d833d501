// An entry of its own: msw is needed by nothing else.
export { createHealthLakeHandlers } from '../../services/healthlake/simulator/create-health-lake-handlers.ts';
