import { toServerUrl } from '../../../openapi/index.ts';
import type { OpenApiDescription } from '../../../openapi/index.ts';
import { createHttpService } from '../../../services/http/create-http-service.ts';
import { findServer } from '../../../services/http/choose-server.ts';
import { findHttpOperation } from '../../../services/http/http-operation.ts';
import type { OperationReference, OperationRequest } from '../../../services/service.ts';
import { answerIn } from '../../run-paths/script.ts';
import type { Perform } from '../world.ts';
import { checkSent } from './check-sent.ts';
import type { ExpectedRequest, NetworkRequest } from './check-sent.ts';
import { madeUpCredentials } from './made-up-credentials.ts';
import { showSent } from './show-sent.ts';
import { toResponse } from './to-response.ts';

/** The call that is under way; a machine makes one at a time. */
export interface Flight {
  current: { readonly answer: (request: Request) => Promise<Response> } | undefined;
}

/** An API, and what is called of it. */
export interface PerformedSource {
  readonly name: string;
  readonly description: OpenApiDescription;
  readonly operations: readonly OperationReference[];
}

/** What a performer has around it. */
export interface Surroundings {
  readonly flight: Flight;
  /** Hears what is doubtful about the description. */
  readonly warn: (message: string) => void;
}

/** Where an API is that does not say it: the name is one that nobody can have. */
const nowhere = 'https://api.example/';

/** Performs the operations of an API with the real HTTP service, with credentials that are made up. */
export function createHttpPerformer(
  { name, description, operations }: PerformedSource,
  { flight, warn }: Surroundings,
): Perform {
  const { securitySchemes } = description;
  const service = createHttpService({
    name,
    description,
    descriptionUrl: nowhere,
    ...serverOf(description),
    credentials: madeUpCredentials(
      securitySchemes,
      operations.flatMap(
        (each) => findHttpOperation(each, { description }).security ?? [],
      ),
    ),
    onWarning: (message) => warn(`${name}: ${message}`),
  });
  return async (request, options, ask) => {
    const sent: { problems?: readonly string[] } = {};
    const answer = async (incoming: Request): Promise<Response> => {
      const read = await readRequest(incoming);
      sent.problems = checkSent(read, expect(request, description));
      if (options.signal.aborted) return Response.error();
      const shown = showSent(read, securitySchemes);
      return toResponse(await ask({ shown, problems: sent.problems }));
    };
    flight.current = { answer };
    try {
      return await service.call(request, options);
    } catch (error) {
      if (sent.problems !== undefined || options.signal.aborted) throw error;
      // Nothing was sent: that is the document's fault, and the path goes on all the same.
      return answerIn(await ask({ problems: [messageOf(error)] }));
    } finally {
      flight.current = undefined;
    }
  };
}

/** Variables without a value leave open where an API is. */
function serverOf({ servers }: OpenApiDescription): { readonly server?: string } {
  const isKnown = servers.some((each) => 'url' in toServerUrl(each, { base: nowhere }));
  return isKnown ? {} : { server: nowhere };
}

async function readRequest(request: Request): Promise<NetworkRequest> {
  const { method, url, headers } = request;
  return { method, url: new URL(url), headers, body: await request.text() };
}

function expect(
  request: OperationRequest,
  description: OpenApiDescription,
): ExpectedRequest {
  const operation = findHttpOperation(request.operation, { description });
  const found = findServer(operation.servers, {
    description,
    descriptionUrl: nowhere,
    ...serverOf(description),
  });
  const { pathname } = new URL('url' in found ? found.url : nowhere);
  const basePath = pathname.replace(/\/+$/u, '');
  return { operation, request, basePath, operations: description.operations };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
