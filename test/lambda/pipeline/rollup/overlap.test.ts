import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type RollupReport, rollup } from '../../../../lambda/pipeline/rollup/rollup.ts';
import { rollupToEnd } from '../../../../lambda/pipeline/rollup/rollup-to-end.ts';
import { collect } from '../../../../lambda/store/collect.ts';
import { createStore } from '../../../../lambda/store/create-store.ts';
import type { Store } from '../../../../lambda/store/store.ts';
import type { Table } from '../../../../lambda/store/table/port.ts';
import { allWays } from '../../../support/all-ways.ts';
import { type ArticleSpec, bundle } from '../../../support/articles.ts';
import { dumpTable } from '../../../support/dump-table.ts';
import { openMemoryStore } from '../../../support/memory-store.ts';
import { quietLog } from '../../../support/quiet-log.ts';
import { wrappedTable } from '../../../support/wrapped-table.ts';

const MINUTE = 60_000;
const log = quietLog();

async function open() {
  const memory = await openMemoryStore('2026-03-15T12:00:00Z');
  onTestFinished(memory.close);
  return memory;
}
type Memory = Awaited<ReturnType<typeof open>>;

async function save({ store, clock }: Memory, wish: ArticleSpec): Promise<void> {
  const written = bundle({ storedAt: new Date(clock.now()).toISOString().replace('.000Z', 'Z'), ...wish });
  const previous = (await store.items.known([written.item.id])).get(written.item.id) ?? null;
  await store.items.save({ ...written, previous });
}

const said = (text: string, speaker: string) => ({ text, speaker });

/** What is to be counted and found at first, */
async function saveFirst(memory: Memory): Promise<void> {
  await save(memory, { name: 'a', publishedAt: '2026-03-14T08:00:00Z', statements: [said('The tide is low', 'Ada')] });
  await save(memory, { name: 'b', publishedAt: '2026-03-15T09:00:00Z', statements: [said('The tide is in', 'Bo')] });
  memory.clock.advance(1_000);
}

/** and what changes then: a new article, another day and speaker of one, and one that goes. */
async function saveMore(memory: Memory): Promise<void> {
  await save(memory, { name: 'c', publishedAt: '2026-03-15T10:00:00Z', statements: [said('The tide is out', 'Ada')] });
  await save(memory, {
    ...{ name: 'a', revision: 2, publishedAt: '2026-03-15T08:00:00Z' },
    statements: [said('The tide is high', 'Cy')],
  });
  memory.clock.advance(1_000);
}

/** All that readers see of counts and words. */
async function seen(store: Store, table: Table) {
  const fresh = createStore({ table, clock: { now: () => Date.parse('2026-03-15T20:00:00Z') } });
  const found = await fresh.search.statements({ words: ['tide'] });
  const days = ['2026-03-14', '2026-03-15'];
  return {
    days: await Promise.all(days.map((day) => fresh.rollups.ofDay(day))),
    facets: [...(await fresh.rollups.facetSums('speaker')).sums.values()].filter(({ statements }) => statements > 0),
    speakers: [...(await fresh.speakers.many(['ada', 'bo', 'cy'])).values()]
      .map(({ id, statementCount }) => `${id} ${statementCount}`)
      .sort(),
    words: found && (await collect(found.list)).map(({ record }) => record.text),
    index: (await store.search.check()).missing,
  };
}

/** As of a machine on which one run follows the other. */
async function quietly() {
  const memory = await open();
  await saveFirst(memory);
  await rollup({ ...memory, log });
  await saveMore(memory);
  await rollup({ ...memory, log });
  return seen(memory.store, memory.table);
}

describe('two rollups', () => {
  test('that are started together, in any order of their writes, count and index as one', async () => {
    const expected = await quietly();
    expect(expected.words).toEqual(['The tide is out', 'The tide is in', 'The tide is high']);
    for (let round = 0; round < 40; round += allWays(5, 1)) {
      const memory = await open();
      await saveFirst(memory);
      const delayed = (seed: number) => {
        let writes = 0;
        const table = wrappedTable(memory.table, {
          async write({ run }) {
            writes += 1;
            if ((writes * 7 + seed) % 5 === 0) await pause((writes * seed) % 3);
            return run();
          },
        });
        return createStore({ table, clock: memory.clock });
      };
      const both = async () => {
        const start = async (store: Store, after: number): Promise<RollupReport> => {
          await pause(after);
          return rollupToEnd({ store, clock: memory.clock, log, pause: () => pause(1) });
        };
        const reports = await Promise.all([start(delayed(round), 0), start(delayed(round + 1), (round * 5) % 201)]);
        expect(reports.map(({ outcome }) => outcome)).toEqual(['finished', 'finished']);
      };
      await both();
      await saveMore(memory);
      await both();
      expect(await seen(memory.store, memory.table), `round ${round}`).toEqual(expected);
    }
  }, 600_000);

  /** A run that sleeps at its n-th write until `wake` is called; `asleep` resolves when it does, or when it ends before. */
  function sleeping(memory: Memory, fatal: number) {
    let writes = 0;
    let wake = (): void => {};
    const slept = new Promise<void>((resolve) => {
      wake = resolve;
    });
    let tellAsleep = (): void => {};
    const asleep = new Promise<void>((resolve) => {
      tellAsleep = resolve;
    });
    const table = wrappedTable(memory.table, {
      async write({ run }) {
        writes += 1;
        if (writes === fatal) {
          tellAsleep();
          await slept;
        }
        return run();
      },
    });
    const run = rollup({ store: createStore({ table, clock: memory.clock }), clock: memory.clock, log });
    const ended = run.then(tellAsleep, tellAsleep);
    return { run, wake, asleep: Promise.race([asleep, ended]), writes: () => writes };
  }

  test.each(['nothing changes meanwhile', 'an article changes, moves and comes meanwhile'])(
    'of which one sleeps past its lease at any of its writes, and %s',
    async (what) => {
      const expected = await quietly();
      for (let fatal = 1; ; fatal += allWays(3, 1)) {
        const memory = await open();
        await saveFirst(memory);
        if (what.startsWith('nothing')) {
          await rollup({ ...memory, log });
          await saveMore(memory);
        }
        const slow = sleeping(memory, fatal);
        await slow.asleep;
        memory.clock.advance(13 * MINUTE);
        if (!what.startsWith('nothing')) await saveMore(memory);
        expect((await rollup({ ...memory, log })).outcome).toBe('finished');
        slow.wake();
        await slow.run.catch(() => null);
        if (fatal > slow.writes()) {
          expect(fatal).toBeGreaterThan(20);
          break;
        }
        expect(await seen(memory.store, memory.table), `asleep at write ${fatal}`).toEqual(expected);
        await rollup({ ...memory, log });
        expect(await seen(memory.store, memory.table), `after write ${fatal} and another run`).toEqual(expected);
      }
    },
    600_000,
  );
});

test('a run that stops or dies anywhere goes on from its checkpoint', async () => {
  const expected = await quietly();
  const memory = await open();
  await saveFirst(memory);
  await saveMore(memory);
  // Each look at the clock takes a minute: a run has time for a step or two.
  let minutes = 0;
  const clock = { now: () => memory.clock.now() + minutes++ * 20_000 };
  const store = createStore({ table: memory.table, clock });
  const outcomes: string[] = [];
  while (outcomes.at(-1) !== 'finished' && outcomes.length < 100) {
    outcomes.push((await rollup({ store, clock, log })).outcome);
  }
  expect(outcomes.at(-1)).toBe('finished');
  expect(new Set(outcomes.slice(0, -1))).toEqual(new Set(['stopped']));
  expect(await seen(memory.store, memory.table)).toEqual(expected);
  expect((await dumpTable(memory.table)).table.length).toBeGreaterThan(0);
});

test('a scheduled run is not due within the hour, unless a round has not ended or the clock was ahead', async () => {
  const memory = await open();
  await saveFirst(memory);
  const scheduled = async () => (await rollup({ ...memory, log, onlyWhenDue: true })).outcome;
  expect(await scheduled()).toBe('finished');
  memory.clock.advance(50 * MINUTE);
  expect(await scheduled()).toBe('not-due');
  memory.clock.advance(10 * MINUTE);
  expect(await scheduled()).toBe('finished');
  memory.clock.advance(-30 * 24 * 60 * MINUTE);
  expect(await scheduled()).toBe('finished');
});
