import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStore } from '../../../lambda/store/create-store.ts';
import type { SpeakerObservation } from '../../../lambda/store/store-shapes.ts';
import { dumpTable } from '../../support/dump-table.ts';
import { dyingTable, Killed } from '../../support/dying-table.ts';
import { type MemoryStore, openMemoryStore } from '../../support/memory-store.ts';

const seen = (id: string): SpeakerObservation => ({
  id,
  name: id,
  kind: 'person',
  aliases: [],
  role: null,
  seenAt: '2026-03-02T09:00:00Z',
});

let memory: MemoryStore;
beforeEach(async () => {
  memory = await openMemoryStore();
  await memory.store.speakers.record(['mira-lund', 'myra-lund', 'mira-lundt', 'anna-berg'].map(seen));
});
afterEach(() => memory.close());

const merges = async () => Object.fromEntries(await memory.store.speakers.merges());

describe('merging', () => {
  test('joins a speaker to another until it is split off, and again changes nothing', async () => {
    const { speakers } = memory.store;
    expect(await merges()).toEqual({});
    await speakers.merge('myra-lund', 'mira-lund');
    await speakers.merge('mira-lundt', 'mira-lund');
    expect(await merges()).toEqual({ 'myra-lund': 'mira-lund', 'mira-lundt': 'mira-lund' });
    const before = await dumpTable(memory.table);
    await speakers.merge('myra-lund', 'mira-lund');
    expect(await dumpTable(memory.table)).toEqual(before);
    expect(await speakers.split('myra-lund')).toBe('mira-lund');
    expect(await merges()).toEqual({ 'mira-lundt': 'mira-lund' });
    await speakers.merge('myra-lund', 'anna-berg');
    expect(await merges()).toEqual({ 'mira-lundt': 'mira-lund', 'myra-lund': 'anna-berg' });
  });

  test('is not touched by what articles say of the speakers', async () => {
    const { speakers } = memory.store;
    await speakers.merge('myra-lund', 'mira-lund');
    await speakers.record([{ ...seen('myra-lund'), role: 'mayor' }]);
    expect(await merges()).toEqual({ 'myra-lund': 'mira-lund' });
  });

  test.each([
    ['mira-lund', 'mira-lund', 'same-speaker'],
    ['nobody', 'mira-lund', 'unknown-speaker'],
    ['anna-berg', 'nobody', 'unknown-speaker'],
    ['mira-lund', 'myra-lund', 'merged-already'],
    ['anna-berg', 'myra-lund', 'merged-already'],
    ['myra-lund', 'anna-berg', 'merged-already'],
    ['mira-lund', 'anna-berg', 'has-merged'],
    ['constructor', 'mira-lund', 'unknown-speaker'],
  ])('of %s into %s is refused: %s', async (id, into, code) => {
    await memory.store.speakers.merge('myra-lund', 'mira-lund');
    await expect(memory.store.speakers.merge(id, into)).rejects.toMatchObject({ code });
    expect(await merges()).toEqual({ 'myra-lund': 'mira-lund' });
  });

  test('of too many into one is refused', async () => {
    const { speakers } = memory.store;
    const ids = Array.from({ length: 21 }, (_, n) => `mira-lund-${n}`);
    await speakers.record(ids.map(seen));
    for (const id of ids.slice(0, 20)) await speakers.merge(id, 'mira-lund');
    await expect(speakers.merge('mira-lund-20', 'mira-lund')).rejects.toMatchObject({ code: 'too-many-merges' });
  });
});

test('what is not merged can not be split, and it is told what can', async () => {
  const { speakers } = memory.store;
  await expect(speakers.split('mira-lund')).rejects.toMatchObject({ code: 'not-merged' });
  await speakers.merge('myra-lund', 'mira-lund');
  await expect(speakers.split('mira-lund')).rejects.toThrow('myra-lund can be split off from it');
  await expect(speakers.split('nobody')).rejects.toMatchObject({ code: 'not-merged' });
});

test('a decision is one write: one that died is made when it is run again', async () => {
  const dying = createStore({ ...memory, table: dyingTable(memory.table, 1, 'nothing').table });
  await expect(dying.speakers.merge('myra-lund', 'mira-lund')).rejects.toThrow(Killed);
  expect(await merges()).toEqual({});
  await memory.store.speakers.merge('myra-lund', 'mira-lund');
  expect(await merges()).toEqual({ 'myra-lund': 'mira-lund' });
});

test('operators at the same time lose nothing of each other, and never make a chain or circle', async () => {
  const ids = ['mira-lund', 'myra-lund', 'mira-lundt', 'anna-berg'];
  const decision = fc.record({ id: fc.constantFrom(...ids), into: fc.constantFrom(...ids), split: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(decision, { maxLength: 5 }), async (decisions) => {
      const { speakers } = memory.store;
      await Promise.allSettled(
        decisions.map(({ id, into, split }) => (split ? speakers.split(id) : speakers.merge(id, into))),
      );
      const found = await speakers.merges();
      for (const [id, into] of found) {
        expect(into).not.toBe(id);
        expect(found.has(into)).toBe(false);
      }
    }),
    { numRuns: 25 },
  );
  for (const id of (await memory.store.speakers.merges()).keys()) await memory.store.speakers.split(id);
  await Promise.all(['myra-lund', 'mira-lundt', 'anna-berg'].map((id) => memory.store.speakers.merge(id, 'mira-lund')));
  expect((await memory.store.speakers.merges()).size).toBe(3);
});
