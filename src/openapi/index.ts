export {
  essenceOf,
  findMediaType,
  isFormType,
  isJsonType,
  likelyMediaType,
} from './content-type.ts';
export { readDescription } from './description.ts';
export type {
  DescriptionOptions,
  OpenApiDescription,
  OperationKey,
} from './description.ts';
export { foreignFiles, mayReferToFiles } from './foreign-files.ts';
export type { OperationEntry } from './index-operations.ts';
export type { Encoding, MediaType, OpenApiHeader } from './media-types.ts';
export type { OpenApiVersion } from './operation-reader.ts';
export type {
  OpenApiParameter,
  ParameterLocation,
  ParameterStyle,
  Serialisation,
} from './parameters.ts';
export { parseDescription } from './parse-description.ts';
export type { ParsedDescription } from './parse-description.ts';
export { parseSourceText } from './parse-source-text.ts';
export type { ParsedSource } from './parse-source-text.ts';
export type { OpenApiOperation } from './read-operation.ts';
export type { FileResolver, OpenApiProblem } from './references.ts';
export type { OpenApiRequestBody } from './request-body.ts';
export { findResponse } from './responses.ts';
export type { OpenApiResponse } from './responses.ts';
export type { JsonSchema } from './schema.ts';
export type {
  ClientCredentialsFlow,
  SecurityAlternative,
  SecurityRequirement,
  SecurityScheme,
} from './security.ts';
export { toServerUrl } from './servers.ts';
export type { OpenApiServer, ServerUrlOptions, ServerVariable } from './servers.ts';
