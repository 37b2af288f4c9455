import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { feedOf } from '../../lambda/api/feeds/subscribe.ts';
import { openLocalStore } from '../../local/open-store.ts';
import { type PollingOptions, startPolling } from '../../local/polling.ts';
import { quietLog } from '../support/quiet-log.ts';

const NOW = '2026-05-01T12:00:00.000Z';
const clock = { now: () => Date.parse(NOW) };
const HOUR = 3_600_000;

const entry = (n: number): string =>
  `<item><guid>${n}</guid><title>Tide ${n}</title><description>High water at the east mole.</description></item>`;
const rss = (entries: number): string =>
  `<rss version="2.0"><channel><title>Tides</title>${Array.from({ length: entries }, (_, n) => entry(n)).join('')}</channel></rss>`;
/** By path: two that are small, and one of 10 MB. */
const DOCUMENTS: Record<string, string> = { '/one': rss(3), '/two': rss(2), '/large': rss(100_000) };

const ends: (() => unknown)[] = [];
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isolation-'));
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  rmSync(folder, { recursive: true });
});

async function serveDocuments(): Promise<string> {
  const server = createServer((request, response) => void response.end(DOCUMENTS[request.url ?? '']));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A store with these feeds, all due, and what polls it. */
async function world(paths: string[]) {
  const base = await serveDocuments();
  const log = quietLog();
  const { store, table, close } = await openLocalStore(folder, clock, log);
  ends.push(close);
  const feeds = paths.map((path) => feedOf({ url: `${base}${path}`, title: path }, clock));
  for (const feed of feeds) await store.feeds.put(feed);
  const polled: string[] = [];
  const poll = (limits: PollingOptions['limits'] = {}) => {
    const settings = { retentionDays: 0, contact: null, allowHosts: ['127.0.0.1'] };
    const onPoll = (title: string) => void polled.push(title);
    const polling = startPolling({ folder, store, table, clock, log, settings, poll: true, onPoll, limits });
    ends.push(() => polling.stop());
  };
  return { store, log, polled, poll, idOf: (path: string) => feeds[paths.indexOf(path)]?.id ?? '' };
}

test('a feed that takes too much is tried again alone, put off by an hour and reported; the others are read', async () => {
  const { store, log, polled, poll, idOf } = await world(['/large', '/one', '/two']);
  poll({ milliseconds: 100 });
  await vi.waitFor(
    async () => {
      const said = log.messages.filter((message) => message.includes('message failed'));
      expect(said).toHaveLength(2);
      expect(polled.toSorted()).toEqual(['/one', '/two']);
    },
    { timeout: 60_000, interval: 100 },
  );
  const state = await store.feeds.state(idOf('/large'));
  expect(state).toMatchObject({ status: 'failing', errorCount: 1, lastError: { code: 'worker-stopped' } });
  expect(Date.parse(state?.nextPollAt ?? '') - clock.now()).toBeGreaterThanOrEqual(HOUR);
  expect(await store.feeds.state(idOf('/one'))).toMatchObject({ status: 'ok', errorCount: 0 });
}, 90_000);

test('the start after a crash begins with other feeds, and puts that one off before it is tried', async () => {
  const { store, log, polled, poll, idOf } = await world(['/one', '/two']);
  writeFileSync(join(folder, 'work-in-progress.txt'), idOf('/one'));
  poll();
  await vi.waitFor(() => expect(polled).toEqual(['/two', '/one']), { timeout: 60_000, interval: 50 });
  expect(log.messages).toContainEqual(expect.stringContaining('tried again after its worker had stopped'));
  expect(await store.feeds.state(idOf('/one'))).toMatchObject({ status: 'ok', errorCount: 0 });
  await vi.waitFor(() => expect(readFileSync(join(folder, 'work-in-progress.txt'), 'utf8')).toBe(''));
}, 90_000);
