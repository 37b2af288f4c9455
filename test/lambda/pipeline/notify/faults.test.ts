import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { notifyWith } from '../../../../lambda/api/searches/notify-with.ts';
import { addSearch } from '../../../../lambda/api/searches/save-search.ts';
import { type ClosablePoster, createPoster } from '../../../../lambda/fetch/create-poster.ts';
import { notify } from '../../../../lambda/pipeline/notify/notify.ts';
import { createStore } from '../../../../lambda/store/create-store.ts';
import type { Table } from '../../../../lambda/store/table/port.ts';
import { bundle } from '../../../support/articles.ts';
import { dyingTable, type Fate, Killed } from '../../../support/dying-table.ts';
import { type MemoryStore, openMemoryStore } from '../../../support/memory-store.ts';
import { quietLog } from '../../../support/quiet-log.ts';
import { wrappedTable } from '../../../support/wrapped-table.ts';
import { type Receiver, startReceiver } from './receiver.ts';

const TEXTS = ['The quay is safe', 'Nobody can use that quay', 'We sail on Monday'];
const EXPECTED = ['/all', '/too'].flatMap((path) => TEXTS.slice(0, 2).map((text) => `${path} ${text}`)).sort();

let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.close());

interface World extends MemoryStore {
  poster: ClosablePoster;
  /** One run on this table. */
  run(table?: Table): ReturnType<typeof notify>;
}

/** A store with a search of two webhooks, and two articles that came after it. */
async function openWorld(): Promise<World> {
  const memory = await openMemoryStore('2026-03-15T12:00:00Z');
  const { store, clock } = memory;
  const poster = createPoster({ contact: null, allowHosts: [receiver.place] }, clock);
  const channels = ['all', 'too'].map((path) => ({ kind: 'webhook' as const, url: `${receiver.url}/${path}` }));
  await addSearch({ name: 'Quay', filters: { q: 'quay' }, channels, paused: false }, 'test', { store, clock });
  for (const [n, texts] of [TEXTS.slice(0, 1), TEXTS.slice(1)].entries()) {
    clock.advance(1_000);
    const storedAt = new Date(clock.now()).toISOString().replace('.000Z', 'Z');
    await store.items.save(bundle({ name: `a${n}`, storedAt, statements: texts.map((text) => ({ text })) }));
  }
  return {
    ...memory,
    poster,
    run(table = memory.table) {
      const own = createStore({ table, clock, delay: () => Promise.resolve() });
      return notify({ store: own, clock, log: quietLog(), poster, ...notifyWith(own, clock) });
    },
    async close() {
      poster.close();
      await memory.close();
    },
  };
}

/** What came, by the path of the channel and the text; each message once, by its id. */
function delivered(): string[] {
  const byId = new Map(
    receiver.received.map(({ path, headers, body }) => [
      `${path} ${headers['webhook-id']}`,
      `${path} ${JSON.parse(body).data.statement.text}`,
    ]),
  );
  return [...byId.values()].sort();
}

async function afterwards({ run, clock }: World): Promise<void> {
  for (let n = 0; n < 2; n++) {
    clock.advance(120_000);
    await run();
  }
}

describe('a run that is killed at any write', () => {
  test.each<Fate>(['nothing', 'all'])('is made up for, where of that write %s is done', async (fate) => {
    for (let fatal = 1; ; fatal++) {
      receiver.received.length = 0;
      const world = await openWorld();
      const dying = dyingTable(world.table, fatal, fate);
      let isKilled = false;
      await world.run(dying.table).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
        isKilled = true;
      });
      await afterwards(world);
      expect({ fatal, told: delivered() }).toEqual({ fatal, told: EXPECTED });
      await world.close();
      if (!isKilled) {
        expect(fatal).toBeGreaterThan(15);
        return;
      }
    }
  });
});

test('a run that sleeps past its lease at any write changes nothing of the one that took over', async () => {
  for (let sleeping = 1; ; sleeping++) {
    receiver.received.length = 0;
    const world = await openWorld();
    let count = 0;
    const table = wrappedTable(world.table, {
      async write({ run }) {
        if (++count === sleeping) {
          world.clock.advance(100_000);
          await world.run();
        }
        return run();
      },
    });
    await world.run(table);
    await afterwards(world);
    expect({ sleeping, told: delivered() }).toEqual({ sleeping, told: EXPECTED });
    // A message that was sent, while the word of that slept, goes out again under its id; no other does.
    expect(receiver.received.length).toBeLessThanOrEqual(EXPECTED.length + 2);
    await world.close();
    if (count < sleeping) return;
  }
});

test('items that appear up to half an hour after their change, while clocks jump, are all told, each once', async () => {
  const world = await openWorld();
  const { store, clock } = world;
  const late: { at: number; name: string; storedAt: string }[] = [];
  for (let n = 0; n < 40; n++) {
    const storedAt = new Date(clock.now()).toISOString().replace('.000Z', 'Z');
    late.push({ at: n + ((n * 7) % 31), name: `late-${n}`, storedAt });
    for (const one of late.filter(({ at }) => at === n)) {
      await store.items.save(bundle({ ...one, statements: [{ text: `Quay word${one.name.slice(5)} alone` }] }));
    }
    clock.advance(n % 10 === 5 ? -120_000 : 60_000);
    await world.run();
  }
  for (const one of late.filter(({ at }) => at >= 40)) {
    await store.items.save(bundle({ ...one, statements: [{ text: `Quay word${one.name.slice(5)} alone` }] }));
  }
  await afterwards(world);
  const all = delivered().filter((line) => line.startsWith('/all Quay'));
  expect(all).toHaveLength(40);
  expect(receiver.received).toHaveLength(2 * 40 + EXPECTED.length);
  await world.close();
});

test('what a clock that was years ahead has put off is sent when the clock is right again', async () => {
  const world = await openWorld();
  const { store, clock } = world;
  receiver.answer = { status: 503 };
  await world.run();
  receiver.received.length = 0;
  receiver.answer = { status: 204 };
  const waiting = await store.deliveries.due('2026-03-16T00:00:00Z', 100);
  expect(waiting).toHaveLength(EXPECTED.length);
  const nextTryAt = '2031-01-01T00:00:00Z';
  for (const delivery of waiting) await store.deliveries.replace({ ...delivery, nextTryAt }, delivery.attempts);
  const lease = await store.leases.acquire('notify', { owner: 'a clock ahead', milliseconds: 1_000 });
  if (!lease) throw new Error('the lease is held');
  const checkpoint = await store.deliveries.open(lease);
  const failing = Object.entries(checkpoint.progress.failing).map(([id, health]) => [id, { ...health, nextTryAt }]);
  expect(failing).toHaveLength(2);
  await checkpoint.save({ ...checkpoint.progress, failing: Object.fromEntries(failing) });
  await lease.release();
  clock.advance(120_000);
  await world.run();
  expect(delivered()).toEqual(EXPECTED);
  await world.close();
});
