import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { collect } from '../../../../lambda/store/collect.ts';
import { createStore } from '../../../../lambda/store/create-store.ts';
import type { CorrectionRequest, Store } from '../../../../lambda/store/store.ts';
import { dumpTable, expectedIndexes } from '../../../support/dump-table.ts';
import { dyingTable, type Fate, Killed } from '../../../support/dying-table.ts';
import { type MemoryStore, openMemoryStore } from '../../../support/memory-store.ts';
import { changedBundle, sampleBundle } from '../../../support/sample-bundle.ts';

const RETENTION = { expiresAt: '2026-06-02T09:00:00Z' };
const ITEM = sampleBundle({ number: 1, item: RETENTION, statements: 4, comingDates: 2 });
const [FIRST, SECOND] = ITEM.statements;
if (!FIRST || !SECOND) throw new Error('two statements are needed');

const ANNA = { id: 'anna-berg', name: 'Anna Berg', kind: 'person' as const, role: 'pilot', affiliation: null };
const requestOf = (changes: Partial<CorrectionRequest> = {}): CorrectionRequest => ({
  itemId: ITEM.item.id,
  statementId: FIRST.id,
  notAStatement: false,
  note: null,
  by: 'desk',
  ...changes,
});

let memory: MemoryStore;
beforeEach(async () => {
  memory = await openMemoryStore();
  await memory.store.items.save(ITEM);
  memory.clock.set('2026-03-02T10:00:00Z');
});
afterEach(() => memory.close());

const list = async (range: Parameters<Store['statements']['newest']>[0]) =>
  (await collect(memory.store.statements.newest(range))).map(({ record }) => record);
const idsOf = async (range: Parameters<Store['statements']['newest']>[0]) => (await list(range)).map(({ id }) => id);
const newest = async () => (await collect(memory.store.corrections.newest())).map(({ record }) => record);

describe('a corrected statement', () => {
  test('of another speaker is found under that one, and not under the wrong one', async () => {
    const { statement } = await memory.store.corrections.put(requestOf({ speaker: ANNA, note: 'see the caption' }));
    expect(statement).toMatchObject({ id: FIRST.id, speaker: { id: 'anna-berg', resolution: 'operator' } });
    expect(await idsOf({ speakerId: 'anna-berg' })).toEqual([FIRST.id]);
    expect(await idsOf({ speakerId: 'mira-lund' })).not.toContain(FIRST.id);
    expect(await idsOf({})).toHaveLength(4);
    expect((await memory.store.speakers.find(['anna'], 5)).map(({ id }) => id)).toEqual(['anna-berg']);
    expect(await newest()).toMatchObject([{ statementId: FIRST.id, by: 'desk', note: 'see the caption' }]);
  });

  test('that is none is in no list, and still with its article', async () => {
    await memory.store.corrections.put(requestOf({ notAStatement: true }));
    for (const range of [{}, { feedId: ITEM.item.feedId }, { speakerId: 'mira-lund' }]) {
      expect(await idsOf(range)).not.toContain(FIRST.id);
    }
    const [struck] = await memory.store.statements.ofItem(ITEM.item.id);
    expect(struck).toMatchObject({ id: FIRST.id, correction: { notAStatement: true } });
    const item = await memory.store.items.get(ITEM.item.id);
    expect(item).toMatchObject({ statementCount: 3, contentText: ITEM.item.contentText, ...RETENTION });
    expect((await collect(memory.store.dates.coming({ from: '2026-01-01' }))).length).toBe(2);
  });

  test('tells of its change, and uses up no revision of the feed’s', async () => {
    await memory.store.corrections.put(requestOf({ notAStatement: true }));
    const [change] = await collect(memory.store.items.changes({ from: '2026-03-02T09:30:00Z' }));
    expect(change?.record).toMatchObject({ itemId: ITEM.item.id, changedAt: '2026-03-02T10:00:00Z' });
    const known = (await memory.store.items.known([ITEM.item.id])).get(ITEM.item.id);
    expect(known).toMatchObject({ revisionsThatDay: 1, correctedAt: '2026-03-02T10:00:00Z' });
  });

  test('keeps its correction in the next revision, by its id and by its words', async () => {
    await memory.store.corrections.put(requestOf({ speaker: ANNA }));
    await memory.store.corrections.put(requestOf({ statementId: SECOND.id, notAStatement: true }));
    const item = await memory.store.items.get(ITEM.item.id);
    if (!item) throw new Error('the item is gone');
    const next = changedBundle({ ...ITEM, item }, '2026-03-02T11:00:00Z', {
      text: ITEM.item.contentText,
      statements: 4,
    });
    const renamed = next.statements.map((one) => (one.id === SECOND.id ? { ...one, id: 'another-id' } : one));
    expect((await memory.store.items.save({ ...next, statements: renamed, previous: item })).outcome).toBe('stored');
    expect(await idsOf({ speakerId: 'anna-berg' })).toEqual([FIRST.id]);
    expect(await idsOf({})).not.toContain('another-id');
    const [, struck] = await memory.store.statements.ofItem(ITEM.item.id);
    expect(struck).toMatchObject({ id: 'another-id', correction: { of: SECOND.id, notAStatement: true } });

    // Whoever corrects what is shown now corrects the same statement again.
    await memory.store.corrections.put(requestOf({ statementId: 'another-id', speaker: null }));
    expect(await newest()).toHaveLength(2);
    await memory.store.corrections.withdraw(ITEM.item.id, 'another-id');
    await memory.store.corrections.withdraw(ITEM.item.id, FIRST.id);
    expect(await newest()).toEqual([]);
    expect(await memory.store.statements.ofItem(ITEM.item.id)).toMatchObject(renamed);
  });

  test('whose article is gone keeps its correction, and has it again when the article comes back', async () => {
    await memory.store.corrections.put(requestOf({ speaker: ANNA }));
    await memory.store.items.remove(ITEM.item.id);
    expect(await newest()).toHaveLength(1);
    await memory.store.items.save(ITEM);
    expect(await idsOf({ speakerId: 'anna-berg' })).toEqual([FIRST.id]);
  });

  test('is corrected again in the place of the first time, and what the rules said stays known', async () => {
    await memory.store.corrections.put(requestOf({ speaker: ANNA }));
    const { statement } = await memory.store.corrections.put(requestOf({ notAStatement: true }));
    expect(statement).toMatchObject({
      speaker: { id: 'mira-lund' },
      correction: { notAStatement: true, corrected: [], machine: { speaker: { id: 'mira-lund' } } },
    });
    expect(await newest()).toHaveLength(1);
  });

  test('decided the same again changes nothing', async () => {
    await memory.store.corrections.put(requestOf({ speaker: ANNA }));
    const before = await dumpTable(memory.table);
    memory.clock.set('2026-03-02T12:00:00Z');
    await memory.store.corrections.put(requestOf({ speaker: ANNA }));
    expect(await dumpTable(memory.table)).toEqual(before);
  });
});

test.each([
  [{ itemId: 'nothing' }, 'unknown-item'],
  [{ statementId: 'nothing' }, 'unknown-statement'],
  [{ statementId: '__proto__' }, 'unknown-statement'],
  [{ words: 'words that stand nowhere' }, 'words-not-in-text'],
])('%j is refused as %s, and nothing is written', async (changes, code) => {
  const before = await dumpTable(memory.table);
  await expect(memory.store.corrections.put(requestOf(changes))).rejects.toMatchObject({ code });
  await expect(memory.store.corrections.withdraw(ITEM.item.id, SECOND.id)).rejects.toMatchObject({
    code: 'unknown-correction',
  });
  expect(await dumpTable(memory.table)).toEqual(before);
});

test('two operators at once both have their way', async () => {
  const { corrections } = memory.store;
  await Promise.all([
    corrections.put(requestOf({ speaker: ANNA })),
    corrections.put(requestOf({ statementId: SECOND.id, notAStatement: true })),
    corrections.put(requestOf({ statementId: ITEM.statements[2]?.id ?? '', words: 'said Mira Lund' })),
  ]);
  const shown = await memory.store.statements.ofItem(ITEM.item.id);
  expect(shown.flatMap(({ correction }) => correction?.of ?? []).toSorted()).toEqual(
    ITEM.statements
      .slice(0, 3)
      .map(({ id }) => id)
      .toSorted(),
  );
});

test('a poll that read the article before the correction came is refused, and has it when it comes again', async () => {
  const known = (await memory.store.items.known([ITEM.item.id])).get(ITEM.item.id) ?? null;
  const text = `${ITEM.item.contentText} More.`;
  const next = changedBundle(ITEM, '2026-03-02T10:00:00Z', { statements: 4, text });
  await memory.store.corrections.put(requestOf({ notAStatement: true }));
  expect((await memory.store.items.save({ ...next, previous: known })).outcome).toBe('conflict');
  const after = (await memory.store.items.known([ITEM.item.id])).get(ITEM.item.id) ?? null;
  const item = { ...next.item, revision: (after?.revision ?? 0) + 1 };
  expect((await memory.store.items.save({ ...next, item, previous: after })).outcome).toBe('stored');
  expect((await memory.store.statements.ofItem(ITEM.item.id))[0]?.correction?.notAStatement).toBe(true);
});

const steps: { name: string; run: (store: Store) => Promise<unknown> }[] = [
  { name: 'another speaker', run: (store) => store.corrections.put(requestOf({ speaker: ANNA })) },
  { name: 'no statement', run: (store) => store.corrections.put(requestOf({ notAStatement: true })) },
  { name: 'other words', run: (store) => store.corrections.put(requestOf({ words: 'said Mira Lund' })) },
  { name: 'taken back', run: (store) => store.corrections.withdraw(ITEM.item.id, SECOND.id) },
];

describe.each(steps)('a correction ($name) that dies', ({ run }) => {
  const world = async (disturb: (opened: MemoryStore) => Promise<void>) => {
    const opened = await openMemoryStore();
    try {
      await opened.store.items.save(ITEM);
      opened.clock.set('2026-03-02T10:00:00Z');
      await opened.store.corrections.put(requestOf({ statementId: SECOND.id, speaker: ANNA }));
      opened.clock.set('2026-03-02T11:00:00Z');
      await disturb(opened);
      await opened.store.items.repair(ITEM.item.id);
      const dump = await dumpTable(opened.table);
      expect(dump.indexes).toEqual(expectedIndexes(dump.table));
      return dump.table;
    } finally {
      await opened.close();
    }
  };
  const dies = async (opened: MemoryStore, fatal: number, fate: Fate): Promise<boolean> => {
    const { table } = dyingTable(opened.table, fatal, fate);
    try {
      await run(createStore({ ...opened, table, delay: () => Promise.resolve() }));
      return false;
    } catch (error) {
      if (error instanceof Killed) return true;
      throw error;
    }
  };

  test.each(['nothing', 'some', 'all'] satisfies Fate[])(
    'at any write (%s of it done) ends the same run again',
    async (fate) => {
      const calm = await world(async ({ store }) => void (await run(store)));
      let deaths = 0;
      for (let fatal = 1; ; fatal++) {
        let died = false;
        const disturbed = await world(async (opened) => {
          died = await dies(opened, fatal, fate);
          // What was taken back wholly is not there to be taken back again.
          await run(opened.store).catch((error) => expect(error.code).toBe('unknown-correction'));
        });
        expect(disturbed, `after death at write ${fatal}`).toEqual(calm);
        if (!died) break;
        deaths++;
      }
      expect(deaths).toBeGreaterThanOrEqual(4);
    },
  );

  test('once its record is written ends the same by the hourly count alone', async () => {
    const calm = await world(async ({ store }) => void (await run(store)));
    for (let fatal = 1; ; fatal++) {
      let died = false;
      let decided = false;
      const disturbed = await world(async (opened) => {
        const count = async () =>
          (await dumpTable(opened.table)).table.filter(({ at }) => at === '2026-03-02T11:00:00Z').length;
        died = await dies(opened, fatal, 'all');
        decided = (await count()) > 0 || !died;
        await opened.store.corrections.settle('2026-03-02T10:30:00Z');
      });
      if (decided) expect(disturbed, `after death at write ${fatal}`).toEqual(calm);
      if (!died) break;
    }
  });
});
