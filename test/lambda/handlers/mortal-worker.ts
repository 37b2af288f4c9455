// Works on a batch as the deployed function does, in a process that dies when it fetches a feed whose address says so.
// node --import tsx mortal-worker.ts SOCKET TABLE NOW, with the event as JSON on stdin; says what it begins, then what it gives back.
import { writeSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { createFetcher } from '../../../lambda/fetch/create-fetcher.ts';
import { handleFifoBatch } from '../../../lambda/handlers/fifo-batch.ts';
import type { Fetcher } from '../../../lambda/model/ports.ts';
import { ingestFeed } from '../../../lambda/pipeline/ingest-feed.ts';
import { createStore } from '../../../lambda/store/create-store.ts';
import { dynamoTable } from '../../../lambda/store/table/dynamo-table.ts';
import { quietLog } from '../../support/quiet-log.ts';
import { connectToSocket } from '../../support/socket-client.ts';

const [socket = '', name = '', now = ''] = process.argv.slice(2);
const clock = { now: () => Date.parse(now) };
const log = quietLog();
const client = connectToSocket(socket);
const store = createStore({ table: dynamoTable({ client, name }), clock });
const inner = createFetcher({ contact: null, allowHosts: ['127.0.0.0/8'] }, clock);
const fetcher: Fetcher = {
  fetch(request) {
    if (request.url.includes('deadly')) process.kill(process.pid, 'SIGKILL');
    return inner.fetch(request);
  },
};
const deps = { store, fetcher, clock, log, retentionDays: 30, jitter: () => 0.5 };
const response = await handleFifoBatch(
  JSON.parse(await text(process.stdin)),
  async (message, receiveCount, signal) => {
    if (message.kind !== 'feed') throw new Error('no feed');
    const { result } = await ingestFeed(message, { ...deps, receiveCount, signal });
    if (result !== 'dropped') writeSync(1, `${message.feedId}\n`);
  },
  { log, clock },
);
writeSync(1, `${JSON.stringify(response)}\n`);
inner.close();
client.destroy();
