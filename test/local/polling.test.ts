import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { feedOf } from '../../lambda/api/feeds/subscribe.ts';
import { FEEDS_A_RUN } from '../../lambda/pipeline/dispatch.ts';
import type { Store } from '../../lambda/store/store.ts';
import { startPolling } from '../../local/polling.ts';
import { openMemoryStore } from '../support/memory-store.ts';

const clock = { now: () => Date.parse('2026-03-01T12:00:00Z') };
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const due = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => ({ feedId: `feed-${from + n}`, nextPollAt: '2026-03-01T11:00:00Z' }));

test('nothing is counted before the last feeds of a round are polled, which are fewer than are sent in one run', async () => {
  const runs = [due(0, FEEDS_A_RUN), due(FEEDS_A_RUN, 3)];
  const memory = await openMemoryStore('2026-03-01T12:00:00Z');
  let counts = 0;
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let lastOnes = 0;
  /** Knows what is due; whatever is polled is gone at once, but for the last feeds, which take their time. */
  const store = {
    feeds: {
      due: async () => runs.shift() ?? [],
      many: async (ids: string[]) =>
        new Map(ids.map((id) => [id, { ...feedOf({ url: `https://${id}.example/`, title: id }, clock), id }])),
      get: async (id: string) => {
        if (Number(id.slice('feed-'.length)) >= FEEDS_A_RUN) {
          lastOnes++;
          await answered;
        }
        return null;
      },
      state: async () => null,
    },
    items: { duePages: async () => [] },
    rollups: {
      progress: async () => {
        counts++;
        throw new Error('nothing is counted here');
      },
    },
  } as unknown as Store;
  const settings = { retentionDays: 0, contact: null, allowHosts: [] };
  const folder = mkdtempSync(join(tmpdir(), 'polling-'));
  const polling = startPolling({
    folder,
    store,
    table: memory.table,
    clock,
    log: silent,
    settings,
    poll: true,
    onPoll: () => {},
  });
  await vi.waitFor(() => expect(lastOnes).toBeGreaterThan(0), { timeout: 5_000 });
  await new Promise(setImmediate);
  expect(counts).toBe(0);
  answer();
  await vi.waitFor(() => expect(counts).toBe(1), { timeout: 5_000 });
  await polling.stop();
  await memory.close();
  rmSync(folder, { recursive: true });
});
