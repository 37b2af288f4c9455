import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import { feedOf } from '../lambda/api/feeds/subscribe.ts';
import { hostOf } from '../lambda/common/host.ts';
import { FETCH_DEFAULTS } from '../lambda/fetch/settings.ts';
import { createStore } from '../lambda/store/create-store.ts';
import { dynamoTable } from '../lambda/store/table/dynamo-table.ts';
import { bundleFunctions } from '../lib/bundling/function-bundles.ts';
import { INGEST_MEGABYTES } from '../lib/ingest.ts';
import { ensureTable } from '../test/support/socket-client.ts';
import { type MemoryCase, serveMemoryFeeds } from './memory/memory-feeds.ts';
import { type IngestRun, type IngestSettings, runIngest } from './memory/run-ingest.ts';

const LARGEST = FETCH_DEFAULTS.maxBodyBytes;
const SHAPES = [
  { documents: 10, bytes: 100_000, fresh: 30 },
  { documents: 10, bytes: 990_000, fresh: 100 },
  { documents: 10, bytes: 2_000_000, fresh: 100 },
  { documents: 1, bytes: LARGEST, fresh: 300 },
  { documents: 10, bytes: LARGEST, fresh: 30 },
];
const FORMS = (['RSS', 'JSON Feed'] as const).flatMap((form) => [false, true].map((gzip) => ({ form, gzip })));

/** An empty table of dynalite on a port of loopback. */
async function openTable() {
  const server: Server = dynalite({ createTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'none', secretAccessKey: 'none' };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region: 'eu-west-1', credentials }), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const table = 'dateline';
  await ensureTable(client, table, setTimeout);
  return {
    ...{ endpoint, table, client },
    close() {
      client.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Runs the function once on the documents of a case, on an empty table. Throws an Error where not all was read and stored. */
async function measureMemory(
  what: MemoryCase,
  settings: Pick<IngestSettings, 'folder' | 'megabytes'>,
): Promise<IngestRun> {
  const clock = { now: () => Date.now() };
  const table = await openTable();
  const feeds = await serveMemoryFeeds(what, clock.now());
  try {
    const store = createStore({ table: dynamoTable({ client: table.client, name: table.table }), clock });
    const messages = [];
    for (const [number, url] of feeds.urls.entries()) {
      const feed = feedOf({ url, title: `Paper ${number}` }, clock);
      await store.feeds.put(feed);
      const nextPollAt = (await store.feeds.state(feed.id))?.nextPollAt;
      messages.push({ kind: 'feed', feedId: feed.id, nextPollAt, host: hostOf(url), last: true });
    }
    const run = await runIngest(messages, { ...settings, endpoint: table.endpoint, table: table.table });
    // Items of a document that was left at first are not named when it comes again.
    if (run.read !== what.documents || run.newItems > feeds.fresh) {
      throw new Error(
        `${run.read} of ${what.documents} documents and ${run.newItems} of ${feeds.fresh} items were read`,
      );
    }
    return run;
  } finally {
    feeds.close();
    table.close();
  }
}

const sizeOf = (bytes: number): string => (bytes < 1e6 ? `${bytes / 1e3} KB` : `${bytes / 1e6} MB`);

/** The most memory that `ingest` takes, as it is bundled, for documents that come at once. */
export async function benchIngestMemory(): Promise<string> {
  const bundles = await mkdtemp(join(tmpdir(), 'dateline-bundles-'));
  try {
    const folder = (await bundleFunctions(bundles)).find(({ handler }) => handler === 'ingest')?.folder ?? '';
    const rows: string[] = [];
    for (const shape of [{ documents: 0, bytes: 0, fresh: 0 }, ...SHAPES]) {
      const peaks: string[] = [];
      for (const form of FORMS) {
        const settings = { folder, megabytes: INGEST_MEGABYTES };
        peaks.push((await measureMemory({ ...shape, ...form }, settings)).peakMegabytes.toFixed(0));
      }
      const name = shape.documents === 0 ? 'no document' : `${shape.documents} of ${sizeOf(shape.bytes)}`;
      rows.push(`| ${name} | ${peaks.join(' | ')} |`);
    }
    const heads = FORMS.map(({ form, gzip }) => `${form}${gzip ? ', gzip' : ''}`);
    return `| peak MB of ingest | ${heads.join(' | ')} |\n| --- |${' --- |'.repeat(FORMS.length)}\n${rows.join('\n')}`;
  } finally {
    await rm(bundles, { recursive: true, force: true });
  }
}
