import type { CallEnd, Path } from '../../../analysis/paths/path.ts';
import { findOperationName } from '../../../services/aws/find-operation-name.ts';
import { healthLakeKnowledge } from '../../../services/healthlake/knowledge.ts';
import { isOperation } from '../../../services/healthlake/simulator/input-shapes.ts';
import type { Operation } from '../../../services/healthlake/simulator/operation.ts';
import type {
  OperationParameter,
  OperationReference,
} from '../../../services/service.ts';
import { flattenEvents } from '../../run-paths/flatten-events.ts';
import { sourceOf } from '../called-sources.ts';
import type { CalledSource } from '../called-sources.ts';
import type { WishedCall } from './plan-drive.ts';
import { toWish } from './to-wish.ts';

/** The operation of HealthLake that a document means, in whatever way it says it. */
export function nameOperation(
  reference: OperationReference,
  parameters: readonly OperationParameter[],
): Operation | undefined {
  const name = findOperationName({ has: isOperation }, reference, parameters);
  return name !== undefined && isOperation(name) ? name : undefined;
}

/** The calls of HealthLake on a path, and what the simulator is to do at each. */
export function wishedCalls(
  path: Path,
  simulated: readonly CalledSource[],
): readonly WishedCall[] {
  return flattenEvents(path.events).flatMap(({ event }): readonly WishedCall[] => {
    if (event.type === 'wait') return [];
    const operation = operationOf(event, simulated);
    if (operation === undefined) return [];
    const wish = toWish(event, healthLakeKnowledge[operation]?.status);
    const { reply, leadsTo } = event;
    const { statusCode } = 'answer' in reply ? reply.answer : {};
    return [
      { operation, wish, leadsTo, ...(statusCode === undefined ? {} : { statusCode }) },
    ];
  });
}

function operationOf(
  event: CallEnd,
  simulated: readonly CalledSource[],
): Operation | undefined {
  const called = sourceOf(simulated, event)?.operations.find(
    ({ stepId }) => stepId === event.stepId,
  );
  if (called === undefined) return undefined;
  const { targetHeader } = called;
  const target = { name: 'X-Amz-Target', in: 'header', value: targetHeader } as const;
  return nameOperation(called, targetHeader === undefined ? [] : [target]);
}
