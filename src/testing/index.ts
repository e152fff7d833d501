export { createHealthLakeHandlers } from '../services/healthlake/simulator/create-health-lake-handlers.ts';
