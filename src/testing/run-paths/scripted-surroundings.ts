import { fromPromise } from 'xstate';
import type { AnyActorLogic } from 'xstate';
import type { MachineSource, Surroundings } from '../../machines/machine-source.ts';
import type { MessageService } from '../../services/message-service.ts';
import type { Service } from '../../services/service.ts';
import type { Perform } from '../against/world.ts';
import { outputOf } from '../../analysis/paths/reply-event.ts';
import { answerIn, messageIn } from './script.ts';
import type { Script } from './script.ts';

/** The id of every run, so that tokens are the same each time. */
const runId = 'path';

/** Who replies to calls: a script, unless the operations of a source are performed. */
export interface Repliers {
  readonly script: Script;
  readonly performerOf: (source: string) => Perform | undefined;
}

/** Surroundings in which a script replies to every call. What the services know stays known. */
export function scriptedSurroundings(
  { environment }: Pick<MachineSource, 'environment'>,
  { script, performerOf }: Repliers,
): Surroundings {
  const services = new Map<string, Service>();
  return {
    newRunId: () => runId,
    serviceOf: (source) => {
      const known = services.get(source);
      const service = known ?? {
        ...scriptedService(environment.serviceOf(source)),
        call: createCall(script, () => performerOf(source)),
      };
      services.set(source, service);
      return service;
    },
    messageServiceOf: () => scriptedMessages(script),
    replaceWorkflow: (key) => {
      const { event, opens = 0 } = script.next ?? {};
      script.opened += 1;
      const isOneCase =
        event?.type === 'call' &&
        event.isWorkflow === true &&
        event.within === undefined &&
        script.opened > opens;
      return isOneCase ? scriptedWorkflow(script, key) : undefined;
    },
  };
}

function scriptedService(original: Service | undefined): Omit<Service, 'call'> {
  return {
    ...(original === undefined ? {} : knowledgeOf(original)),
    name: original?.name ?? 'script',
  };
}

function createCall(
  script: Script,
  performer: () => Perform | undefined,
): Service['call'] {
  return async (request, options) => {
    const ask: Parameters<Perform>[2] = async (sent) =>
      script.call({
        kind: 'operation',
        request,
        ...(sent === undefined ? {} : { sent }),
      });
    const perform = performer();
    if (perform === undefined) return answerIn(await ask());
    return note(script, perform(request, options, ask));
  };
}

/** Lets the script know of a call as long as it is performed. */
async function note<Answer>(
  { performed }: Script,
  answer: Promise<Answer>,
): Promise<Answer> {
  performed.add(answer);
  try {
    return await answer;
  } finally {
    performed.delete(answer);
  }
}

function knowledgeOf(service: Service): Pick<Service, 'describe'> {
  return { describe: (operation) => service.describe?.(operation) };
}

function scriptedMessages(script: Script): MessageService {
  return {
    name: 'script',
    send: async (request) => {
      messageIn(
        await script.call({ kind: 'message', request: { action: 'send', ...request } }),
      );
    },
    receive: async (request) =>
      messageIn(
        await script.call({
          kind: 'message',
          request: { action: 'receive', ...request },
        }),
      ),
  };
}

/** An actor in the place of a workflow that is one case. */
function scriptedWorkflow(script: Script, workflowId: string): AnyActorLogic {
  return fromPromise(async () => {
    const reply = await script.call({ kind: 'workflow', workflowId });
    if ('error' in reply) throw new Error(reply.error.message);
    return outputOf(reply);
  });
}
