export type { ChannelReference } from './channel-reference.ts';
export { parseCorrelationLocation } from './correlation-location.ts';
export type { CorrelationLocation } from './correlation-location.ts';
export type { ChannelUse, MessageAction } from './find-use.ts';
export { indexAsyncApi } from './index-async-api.ts';
export type {
  AsyncApiIndex,
  AsyncApiServer,
  UnsupportedAsyncApi,
} from './index-async-api.ts';
export type { AsyncApiChannel, ChannelParameter } from './read-channel.ts';
export type { AsyncApiMessage } from './read-message.ts';
export type { AsyncApiOperation, MessagesOnChannel } from './read-operation.ts';
export type { MessageSchema } from './read-schema.ts';
