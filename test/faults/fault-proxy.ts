import { once } from 'node:events';
import { request as ask, createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** What a table does instead of answering. */
export type TableFault = 'throttled' | 'answer lost' | 'never answered' | 'half of a batch';

/** A proxy in front of a table's socket. */
export interface FaultProxy {
  /** How many requests were disturbed. */
  disturbed(): number;
  close(): Promise<void>;
}

const THROTTLED = JSON.stringify({
  __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
  message: 'The level of configured provisioned throughput for the table was exceeded.',
});

interface Answer {
  status: number;
  body: string;
}

function forward(socketPath: string, headers: NodeJS.Dict<string | string[]>, body: string): Promise<Answer> {
  const { 'content-length': _length, ...rest } = headers;
  return new Promise((resolve, reject) => {
    const sent = ask({
      socketPath,
      method: 'POST',
      path: '/',
      headers: { ...rest, 'content-length': Buffer.byteLength(body) },
    });
    sent.once('error', reject);
    sent.once('response', async (response) =>
      resolve({ status: response.statusCode ?? 500, body: await text(response) }),
    );
    sent.end(body);
  });
}

/** Of a batch, what comes to the table, and what is left undone. */
function halved(body: string): [string, Record<string, unknown[]>] {
  const batch = JSON.parse(body) as { RequestItems: Record<string, unknown[]> };
  const [[table, writes] = ['', []]] = Object.entries(batch.RequestItems);
  const count = Math.ceil(writes.length / 2);
  const left = writes.slice(count);
  const done = JSON.stringify({ ...batch, RequestItems: { [table]: writes.slice(0, count) } });
  return [done, left.length > 0 ? { [table]: left } : {}];
}

/** Listens at `from`, hands on to the table at `to`, and disturbs a share of the requests (0 to 1), as `random` has it. */
export async function listenWithFaults(
  { from, to }: { from: string; to: string },
  fault: TableFault,
  { share, random }: { share: number; random: () => number },
): Promise<FaultProxy> {
  let count = 0;
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const send = ({ status, body: answer }: Answer) =>
      response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.0' }).end(answer);
    const isBatch = String(request.headers['x-amz-target']).endsWith('BatchWriteItem');
    if (random() >= share || (fault === 'half of a batch' && !isBatch)) {
      send(await forward(to, request.headers, body));
      return;
    }
    count++;
    if (fault === 'throttled') {
      send({ status: 400, body: THROTTLED });
      return;
    }
    if (fault === 'never answered') {
      // The table may have done it all the same.
      if (random() < 0.5) await forward(to, request.headers, body);
      return;
    }
    if (fault === 'answer lost') {
      await forward(to, request.headers, body);
      request.socket.destroy();
      return;
    }
    const [done, UnprocessedItems] = halved(body);
    const answer = await forward(to, request.headers, done);
    send(answer.status === 200 ? { status: 200, body: JSON.stringify({ UnprocessedItems }) } : answer);
  });
  server.keepAliveTimeout = 0;
  server.listen(from);
  await once(server, 'listening');
  return {
    disturbed: () => count,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
