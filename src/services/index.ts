export type { AwsClient } from './aws/aws-client.ts';
export { createAwsService } from './aws/create-aws-service.ts';
export type { AwsServiceOptions } from './aws/create-aws-service.ts';
export { createHealthLakeService } from './healthlake/create-health-lake-service.ts';
export type { HealthLakeServiceOptions } from './healthlake/create-health-lake-service.ts';
export { healthLakeKnowledge, healthLakeOperationIds } from './healthlake/knowledge.ts';
export { recogniseHealthLake } from './healthlake/recognise-health-lake.ts';
export type {
  OpenApiTraits,
  OperationTraits,
  SourceTraits,
} from './healthlake/recognise-health-lake.ts';
export {
  ConnectionResetError,
  createHealthLakeSimulator,
  createRandom,
  createSimulatorRequestHandler,
  parseFault,
} from './healthlake/simulator/index.ts';
export type {
  DatastoreSeed,
  DatastoreSnapshot,
  Fault,
  HealthLakeSimulator,
  JobKind,
  JobSnapshot,
  LoggedRequest,
  Operation,
  OutcomeFault,
  ParsedFault,
  Rate,
  Rates,
  RequestEffect,
  RequestFault,
  SimulatorClock,
  SimulatorDurations,
  SimulatorOptions,
  SimulatorQuotas,
} from './healthlake/simulator/index.ts';
export type {
  ChannelReference,
  Correlation,
  Message,
  MessageService,
  ReceiveRequest,
  SendRequest,
} from './message-service.ts';
export { addressOf } from './messages/address-of.ts';
export { createMailbox } from './messages/create-mailbox.ts';
export type { Mailbox, MailboxOptions } from './messages/create-mailbox.ts';
export { matchesCorrelation } from './messages/matches-correlation.ts';
export { parseDescription } from '../openapi/index.ts';
export type {
  DescriptionOptions,
  JsonSchema,
  MediaType,
  OpenApiDescription,
  OpenApiOperation,
  OpenApiParameter,
  OpenApiProblem,
  OpenApiRequestBody,
  OpenApiResponse,
  OpenApiServer,
  OperationKey,
  ParsedDescription,
  SecurityScheme,
} from '../openapi/index.ts';
export { createHttpServices } from './create-http-services.ts';
export type { DescribedSource, HttpServicesOptions } from './create-http-services.ts';
export type { Fetch } from './http/transport/fetch-transport.ts';
export { createHttpService } from './http/create-http-service.ts';
export type { HttpServiceOptions } from './http/create-http-service.ts';
export type {
  ApiKeyCredential,
  AwsCredential,
  BasicCredential,
  ClientCredential,
  Credential,
  Credentials,
  CredentialSource,
  TokenCredential,
} from './http/credentials/credential.ts';
export { credentialsFromEnvironment } from './http/credentials/credentials-from-environment.ts';
export type { FoundCredentials } from './http/credentials/credentials-from-environment.ts';
export { parseCredentials } from './http/credentials/parse-credentials.ts';
export type {
  CredentialProblem,
  ParsedCredentials,
} from './http/credentials/parse-credentials.ts';
export type {
  CallOptions,
  CreatedKnowledge,
  OperationAnswer,
  OperationKnowledge,
  OperationParameter,
  OperationReference,
  OperationRequest,
  OperationSchemas,
  Service,
  StatusKnowledge,
} from './service.ts';
