import { describedOperation } from '../../arazzo-import/check/called-operation.ts';
import {
  bodySchemas,
  possibleResponses,
} from '../../arazzo-import/check/possible-responses.ts';
import { schemaOf } from '../../arazzo-import/check/schema-of.ts';
import { rootNode } from '../../arazzo-import/check/schema/schema-node.ts';
import { statusTests } from '../../arazzo-import/check/status-tests.ts';
import type { StepPlan } from '../../arazzo-import/plan.ts';
import type { OpenApiSource } from '../../arazzo-import/sources/document-unit.ts';
import { toMessageView } from './message-view.ts';
import type { ViewContext } from './to-view.ts';
import { unknownOperation } from './unknown-operation.ts';
import type { OperationView } from './view.ts';

/** What is known about the operation of a step; nothing when it calls none. */
export function toOperationView(
  { call }: StepPlan,
  { unit, facts }: ViewContext,
): OperationView {
  if (call.kind === 'message') return toMessageView(call, unit);
  if (call.kind !== 'operation') return unknownOperation;
  const { operation } = call;
  const source = [...unit.sources.values()].find(
    (each): each is OpenApiSource =>
      each.kind === 'openapi' && each.key === operation.source,
  );
  const knowledge = facts.knowledgeOf?.(operation);
  const described = source && describedOperation(source, operation);
  if (described !== undefined) {
    const [mediaType] = described.operation.requestBody?.mediaTypes ?? [];
    return {
      knowledge,
      described: described.operation,
      goodStatuses: undefined,
      name: described.name,
      get input() {
        return mediaType && schemaOf(described, mediaType);
      },
      answers: (programs) => {
        const possible = possibleResponses(described.operation, statusTests(programs));
        return possible && bodySchemas(described, possible);
      },
    };
  }
  const schemas = facts.schemasOf?.(operation);
  const answer = schemas?.answer;
  return {
    knowledge,
    described: undefined,
    input: schemas?.input,
    goodStatuses: facts.goodStatusesOf?.(operation),
    name: operation.operationId ?? operation.operationPath ?? '',
    answers: () => (answer === undefined ? undefined : [rootNode(answer)]),
  };
}
