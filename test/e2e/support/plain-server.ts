import { createServer } from 'node:http';
import { EventEmitter, once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came over the wire. */
export interface ReceivedRequest {
  readonly operation: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly headers: IncomingMessage['headers'];
  /** Milliseconds. */
  readonly at: number;
}

/** A server that speaks HealthLake's protocol and knows nothing of this project. */
export interface PlainServer {
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
  /** Is done when a request was given up by the client. */
  readonly abandoned: Promise<unknown>;
  close(): Promise<void>;
}

const id = 'feedfacefeedfacefeedfacefeedface';

/** What each operation answers, one after the other; the last answer comes again and again. */
export const usualAnswers: Readonly<Record<string, readonly object[]>> = {
  CreateFHIRDatastore: [
    { DatastoreId: id, DatastoreArn: `arn:${id}`, DatastoreStatus: 'CREATING' },
  ],
  DescribeFHIRDatastore: ['CREATING', 'CREATING', 'ACTIVE'].map((DatastoreStatus) => ({
    DatastoreProperties: { DatastoreId: id, DatastoreStatus },
  })),
  StartFHIRExportJob: [{ JobId: id, JobStatus: 'SUBMITTED', DatastoreId: id }],
  DescribeFHIRExportJob: ['SUBMITTED', 'QUEUED', 'IN_PROGRESS', 'COMPLETED'].map(
    (JobStatus) => ({
      ExportJobProperties: { JobId: id, JobStatus, OutputDataConfig: {} },
    }),
  ),
  ListFHIRExportJobs: [
    { ExportJobPropertiesList: [{ JobId: id, JobStatus: 'COMPLETED' }] },
  ],
};

/** Starts a server on a free port; an operation without an answer is never answered. */
export async function startPlainServer(answers = usualAnswers): Promise<PlainServer> {
  const requests: ReceivedRequest[] = [];
  const gaveUp = new EventEmitter();
  const serve = async (
    incoming: IncomingMessage,
    outgoing: ServerResponse,
  ): Promise<void> => {
    outgoing.once('close', () => outgoing.writableFinished || gaveUp.emit('close'));
    const request = await receive(incoming);
    const { operation } = request;
    const earlier = requests.filter((each) => each.operation === operation).length;
    requests.push(request);
    const answer = answers[operation]?.[earlier] ?? answers[operation]?.at(-1);
    if (answer === undefined) return;
    outgoing
      .setHeader('content-type', 'application/x-amz-json-1.0')
      .end(JSON.stringify(answer));
  };
  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing));
  const abandoned = once(gaveUp, 'close');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    abandoned,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function receive(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const at = performance.now();
  let text = '';
  for await (const chunk of incoming.setEncoding('utf8')) text += String(chunk);
  const { headers } = incoming;
  const operation = String(headers['x-amz-target']).replace('HealthLake.', '');
  return {
    operation,
    body: JSON.parse(text) as ReceivedRequest['body'],
    text,
    headers,
    at,
  };
}
