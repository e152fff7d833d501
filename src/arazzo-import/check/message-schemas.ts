import type { ChannelUse } from '../../asyncapi/index.ts';
import { isJsonType } from '../../openapi/index.ts';
import type { JsonSchema } from '../../openapi/index.ts';

/** The schemas of the messages that may pass; `undefined` when one of them may be anything. */
export function messageSchemas({
  messages,
}: Pick<ChannelUse, 'messages'>): readonly JsonSchema[] | undefined {
  const schemas = messages.map(({ contentType = 'application/json', payload }) => {
    const schema = isJsonType(contentType) ? payload?.toJsonSchema() : undefined;
    return schema === true ? undefined : schema;
  });
  if (schemas.length === 0 || schemas.includes(undefined)) return undefined;
  return schemas.flatMap((schema) => (schema === undefined ? [] : [schema]));
}
