import { describe, expect, onTestFinished, test } from 'vitest';
import { rollup } from '../../../../lambda/pipeline/rollup/rollup.ts';
import { collect } from '../../../../lambda/store/collect.ts';
import { subjectOf } from '../../../../lambda/store/counts/subject.ts';
import { createStore } from '../../../../lambda/store/create-store.ts';
import { bodyKey } from '../../../../lambda/store/items/body-record.ts';
import type { Table } from '../../../../lambda/store/table/port.ts';
import { dyingTable, type Fate, Killed } from '../../../support/dying-table.ts';
import { ARTICLES, GOES_ON, ingestArticle as ingest, OTHER } from '../../../support/ferry-story.ts';
import { openMemoryStore } from '../../../support/memory-store.ts';
import { quietLog } from '../../../support/quiet-log.ts';
import { wrappedTable } from '../../../support/wrapped-table.ts';

const log = quietLog();
async function open() {
  const memory = await openMemoryStore('2026-03-03T12:00:00Z');
  onTestFinished(memory.close);
  return memory;
}
type Memory = Awaited<ReturnType<typeof open>>;

const count = ({ store, clock }: Memory) => rollup({ store, clock, log });

/** Stories and sayings by outlet, in the order of publication. */
async function seen({ table, clock }: Pick<Memory, 'table' | 'clock'>) {
  const store = createStore({ table, clock });
  const items = (await collect(store.items.newest({}))).map(({ record }) => record).reverse();
  const outlet = new Map(items.map(({ id, feedId }) => [id, feedId]));
  const statements = (await Promise.all(items.map(({ id }) => store.statements.ofItem(id)))).flat();
  const origin = new Map(statements.map(({ id, feedId }) => [id, feedId]));
  const groups = new Set(items.flatMap(({ storyId }) => storyId ?? []));
  const members = await Promise.all([...groups].map((id) => store.stories.members('story', id)));
  return {
    stories: items.map(({ feedId, storyId, duplicateOf }) =>
      [feedId, outlet.get(storyId ?? '') ?? '-', outlet.get(duplicateOf ?? '') ?? '-'].join(' '),
    ),
    members: members.flat().map(({ itemId, likeness }) => `${outlet.get(itemId)} ${likeness}`),
    sayings: statements
      .filter(({ text }) => text.includes('buyer'))
      .map(({ feedId, sayingId }) => `${feedId} ${origin.get(sayingId ?? '') ?? '-'}`),
  };
}

/** Records of stories, without the lease's, the counts' and what tells who wrote them. */
async function records(table: Table): Promise<string[]> {
  const all = await collect(table.scan());
  return all
    .filter(({ pk, sk }) => /^(?:SKETCH|SAID|STORY|SAYING)#/.test(String(pk)) || sk === 'LINKED')
    .map(({ epoch: _, ...record }) => JSON.stringify(record))
    .sort();
}

const EXPECTED = {
  stories: ['wire wire -', 'post wire wire', 'mail wire wire', 'echo wire -', 'council - -'],
  members: ['wire original', 'post copy', 'mail copy', 'echo update'],
  sayings: ['wire wire', 'post wire', 'mail wire', 'echo wire', 'council wire'],
};

describe('stories and sayings', () => {
  test.each([
    ['in the order of publication', ['wire', 'post', 'mail', 'echo', 'council']],
    ['the original last', ['council', 'echo', 'mail', 'post', 'wire']],
    ['in the middle', ['mail', 'wire', 'echo', 'council', 'post']],
    ['the shortest and the longest first', ['mail', 'echo', 'post', 'council', 'wire']],
  ])('are the same when articles come %s', async (_, order) => {
    const [together, apart] = [await open(), await open()];
    for (const outlet of order) {
      await ingest(together, outlet);
      await ingest(apart, outlet);
      apart.clock.advance(60_000);
      await count(apart);
    }
    together.clock.advance(60_000);
    await count(together);
    expect(await seen(together)).toEqual(EXPECTED);
    expect(await seen(apart)).toEqual(EXPECTED);
    const items = (await collect(together.store.items.newest({}))).map(({ record }) => record);
    const copies = await together.store.items.copies(items.map(({ id }) => id));
    expect([...copies].map(([id, those]) => [id, those.length])).toEqual([[items.at(-1)?.id, 2]]);
  });

  test('an article that tells something else now leaves its story, and one that is removed leaves its place to the next', async () => {
    const memory = await open();
    for (const outlet of Object.keys(ARTICLES)) await ingest(memory, outlet);
    await count(memory);
    memory.clock.advance(60_000);
    await ingest(memory, 'post', { at: '2026-03-01T09:00:00Z', lines: OTHER.toReversed() });
    const [wire] = (await collect(memory.store.items.newest({ feedId: 'wire' }))).map(({ record }) => record.id);
    await memory.store.items.remove(wire ?? '');
    memory.clock.advance(60_000);
    await count(memory);
    const { stories } = await seen(memory);
    expect(stories).toContain('mail mail -');
    expect(stories).toContain('echo mail -');
    expect(stories).not.toContain('post wire wire');
  });
});

describe('a copy of an update', () => {
  const copied = { at: '2026-03-01T12:00:00Z', lines: ['From our partners', ...GOES_ON] };
  const mirrored = { at: '2026-03-01T13:00:00Z', lines: GOES_ON };

  test.each([
    ['the update first', ['wire', 'echo', 'paper', 'mirror']],
    ['the copies first', ['mirror', 'paper', 'echo', 'wire']],
  ])('is folded below the update, %s', async (_, order) => {
    const memory = await open();
    for (const outlet of order) {
      await ingest(memory, outlet, { paper: copied, mirror: mirrored }[outlet] ?? ARTICLES[outlet]);
      memory.clock.advance(60_000);
      await count(memory);
    }
    expect((await seen(memory)).stories).toEqual(['wire wire -', 'echo wire -', 'paper wire echo', 'mirror wire echo']);
    const [echo] = (await collect(memory.store.items.newest({ feedId: 'echo' }))).map(({ record }) => record.id);
    expect((await memory.store.items.copies([echo ?? ''])).get(echo ?? '')).toHaveLength(2);
    await memory.store.items.remove(echo ?? '');
    memory.clock.advance(60_000);
    await count(memory);
    expect((await seen(memory)).stories).toEqual(['wire wire -', 'paper wire -', 'mirror wire paper']);
  });
});

test('a worker that slept past its lease takes nothing back', { timeout: 60_000 }, async () => {
  const filled = async () => {
    const memory = await open();
    for (const outlet of ['mail', 'echo', 'council', 'wire', 'post']) await ingest(memory, outlet);
    memory.clock.advance(60_000);
    return memory;
  };
  let slept = true;
  for (let fatal = 1; slept; fatal += 3) {
    const memory = await filled();
    const { clock } = memory;
    let writes = 0;
    slept = false;
    const table = wrappedTable(memory.table, {
      async write({ run }) {
        writes += 1;
        if (writes === fatal) {
          slept = true;
          clock.advance(13 * 60_000);
          await count(memory);
        }
        return run();
      },
    });
    const { outcome } = await rollup({ store: createStore({ table, clock }), clock, log });
    if (slept) expect(['busy', 'finished'], `write ${fatal}`).toContain(outcome);
    expect(await seen(memory), `write ${fatal}`).toEqual(EXPECTED);
    clock.advance(60 * 60_000);
    await count(memory);
    expect(await seen(memory), `write ${fatal}`).toEqual(EXPECTED);
    await memory.close();
  }
});

test('a rollup that dies at any write, and is run again, links as one that was left in peace', {
  timeout: 120_000,
}, async () => {
  const filled = async () => {
    const memory = await open();
    for (const outlet of ['echo', 'mail', 'council']) await ingest(memory, outlet);
    await count(memory);
    memory.clock.advance(60_000);
    for (const outlet of ['wire', 'post']) await ingest(memory, outlet);
    memory.clock.advance(60_000);
    return memory;
  };
  const quiet = await filled();
  await count(quiet);
  const expected = await records(quiet.table);
  const fates: Fate[] = ['nothing', 'some', 'all'];
  let died = true;
  for (let fatal = 1; died; fatal += 1) {
    const memory = await filled();
    const dying = dyingTable(memory.table, fatal, fates[fatal % 3] ?? 'some');
    const { clock } = memory;
    const broken = rollup({ store: createStore({ table: dying.table, clock }), clock, log });
    died = await broken.then(
      () => false,
      (error: unknown) => {
        expect(error).toBeInstanceOf(Killed);
        return true;
      },
    );
    clock.advance(13 * 60_000);
    await count(memory);
    expect(await seen(memory), `write ${fatal}`).toEqual(EXPECTED);
    expect(await records(memory.table), `write ${fatal}`).toEqual(expected);
    await memory.close();
  }
});

test('a form that many fill in costs no more than one that few do', { timeout: 60_000 }, async () => {
  const memory = await open();
  const bulletin = (n: number) => [
    `Winds of ${n} knots are expected off the northern coast on this day, with waves of up to ${n % 7} metres at noon.`,
    'Small boats should stay in harbour until the next bulletin, which is issued at six in the evening as always.',
    'The office thanks all who keep watch at sea and asks them to report what they see by radio or telephone.',
  ];
  const reads: number[] = [];
  for (let n = 10; n < 50; n += 1) {
    await ingest(memory, `office-${n}`, { at: `2026-03-01T10:${n}:00Z`, lines: bulletin(n) });
    let queries = 0;
    const table = wrappedTable(memory.table, { read: () => queries++ });
    const { clock } = memory;
    clock.advance(60_000);
    await rollup({ store: createStore({ table, clock }), clock, log });
    reads.push(queries);
  }
  const [early, late] = [reads.slice(8, 13), reads.slice(-5)].map((some) => Math.max(...some));
  expect(late).toBeLessThanOrEqual((early ?? 0) * 1.5);
  const items = (await collect(memory.store.items.newest({}))).map(({ record }) => record.id);
  const links = await memory.store.stories.links([items[0] ?? '', items.at(-1) ?? '']);
  expect([...links.values()].map(({ bounded }) => bounded).sort()).toEqual([false, true]);
});

test('an article without its text is left out, and all others are linked and counted', async () => {
  const memory = await open();
  for (const outlet of ['wire', 'post', 'mail', 'echo']) await ingest(memory, outlet);
  const items = (await collect(memory.store.items.newest({}))).map(({ record }) => record);
  const damaged = items.find(({ feedId }) => feedId === 'post');
  if (!damaged) throw new Error('no article of the post');
  await memory.table.delete(bodyKey(damaged.id, damaged.edition));
  memory.clock.advance(60_000);
  expect(await count(memory)).toMatchObject({ outcome: 'finished' });
  const { stories } = await seen(memory);
  expect(stories).toEqual(['wire wire -', 'post - -', 'mail wire wire', 'echo wire -']);
  const [day] = await memory.store.rollups.ofSubject(subjectOf.all());
  expect(day?.items).toBe(4);
});
