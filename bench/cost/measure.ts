import { writeFile } from 'node:fs/promises';
import { createFetcher } from '../../lambda/fetch/create-fetcher.ts';
import type { Log } from '../../lambda/model/ports.ts';
import { dispatch } from '../../lambda/pipeline/dispatch.ts';
import { rollup } from '../../lambda/pipeline/rollup/rollup.ts';
import { dynamoTable } from '../../lambda/store/table/dynamo-table.ts';
import { fakeClock } from '../../test/support/fake-clock.ts';
import { measurePages } from './measure-pages.ts';
import { measureRequests } from './measure-requests.ts';

import { createNewsDays, FEEDS, STATEMENTS } from './news-days.ts';
import { serveNews } from './news-server.ts';
import { startStore } from './start-store.ts';
import { storedBytes } from './stored-bytes.ts';
import { summarise } from './summarise.ts';
import { createWorkRecorder } from './work-recorder.ts';

const START = '2026-03-02T00:00:00Z';
const DAY = 86_400_000;
const QUIET: Log = { info: () => {}, warn: () => {}, error: () => {} };

const clock = fakeClock(START);
const opened = await startStore();
const work = createWorkRecorder(opened.client, opened.table, clock);
const { plain } = work;
const news = await serveNews();
const fetcher = createFetcher({ contact: null, allowHosts: ['127.0.0.0/8'] }, clock);
const deps = { fetcher, clock, log: QUIET, retentionDays: 90, jitter: Math.random };
const { subscribe, poll, day } = createNewsDays({ work, clock, news, deps });
for (let feed = 0; feed < FEEDS; feed += 1) await subscribe(`feed-${feed}`, feed);
await day('first ');
await day('timed ');
work.counts = true;
await day('');
// The last day too is to be stored as one that is over.
clock.advance(DAY);
await rollup({ store: plain, clock, log: QUIET });
const bytes = await storedBytes(opened.client, opened.table);
let stored = 0;
for await (const { record } of plain.items.newest({})) stored += record.statementCount;
const queue = { send: async () => undefined };
await work.measure('idle', 1, () => work.store().feeds.due('2000-01-01T00:00:00Z', 1));
await work.measure('idle', 1, () => work.store().items.duePages('2000-01-01T00:00:00Z', 1));
const { sent } = await work.measure('dispatch', FEEDS, () =>
  dispatch({ store: work.store(), queue, clock, log: QUIET }),
);
if (sent !== FEEDS) throw new Error(`${sent} feeds were due, not ${FEEDS}`);
console.error(`${(performance.now() / 1000).toFixed(0)} s: requests`);
const requests = await measureRequests(work, {
  clock,
  table: dynamoTable({ client: opened.client, name: opened.table }),
});
console.error(`${(performance.now() / 1000).toFixed(0)} s: pages`);
const extractorMilliseconds = await measurePages({ work, clock, news, deps, statements: STATEMENTS, subscribe, poll });
fetcher.close();
news.close();
await opened.close();

const result = summarise(work, { bytes, stored, requests, extractorMilliseconds });
const file = new URL('../../lib/cost/measured.json', import.meta.url);
await writeFile(file, `${JSON.stringify(result, null, 2)}\n`);
console.log(JSON.stringify(result, null, 2));
