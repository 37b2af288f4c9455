import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStore } from '../../../lambda/store/create-store.ts';
import { mergeSpeaker } from '../../../lambda/store/speakers/merge-observations.ts';
import type { SpeakerObservation } from '../../../lambda/store/store-shapes.ts';
import { dumpTable } from '../../support/dump-table.ts';
import { dyingTable, Killed } from '../../support/dying-table.ts';
import { type MemoryStore, openMemoryStore } from '../../support/memory-store.ts';
import { dayPart, row } from './counts/day-part.ts';

let memory: MemoryStore;
beforeEach(async () => {
  memory = await openMemoryStore();
});
afterEach(() => memory.close());

const seen = (name: string, more: Partial<SpeakerObservation> = {}): SpeakerObservation => ({
  id: name.toLowerCase().replaceAll(' ', '-'),
  name,
  kind: 'person',
  aliases: [],
  role: null,
  seenAt: '2026-03-02T09:00:00Z',
  ...more,
});

test('a speaker gathers aliases and roles, and what is known already is not written', async () => {
  const { speakers } = memory.store;
  await speakers.record([seen('Mira Lund', { role: 'harbour master' })]);
  await speakers.record([seen('Mira Lund', { role: 'mayor', aliases: ['Lund'], seenAt: '2026-03-01T09:00:00.500Z' })]);
  const never = { statements: 0, firstSeenAt: '2026-03-02T09:00:00Z', lastSeenAt: '2026-03-02T09:00:00Z' };
  expect(await speakers.get('mira-lund')).toEqual({
    id: 'mira-lund',
    name: 'Mira Lund',
    kind: 'person',
    aliases: ['Lund'],
    roles: [
      { ...never, text: 'harbour master' },
      { ...never, text: 'mayor' },
    ],
    statementCount: 0,
    firstSeenAt: '2026-03-02T09:00:00Z',
    lastSeenAt: '2026-03-02T09:00:00Z',
  });
  const counting = dyingTable(memory.table, Number.POSITIVE_INFINITY, 'all');
  const again = createStore({ ...memory, table: counting.table });
  await again.speakers.record([
    seen('Mira Lund', { role: 'mayor', aliases: ['Lund'], seenAt: '2026-03-05T09:00:00Z' }),
  ]);
  expect(counting.writes()).toBe(0);
});

test('writers at the same time lose nothing of each other', async () => {
  const { speakers } = memory.store;
  const roles = Array.from({ length: 6 }, (_, n) => `role ${n}`);
  await Promise.all(roles.map((role) => speakers.record([seen('Mira Lund', { role })])));
  expect((await speakers.get('mira-lund'))?.roles.map(({ text }) => text)).toEqual(roles);
});

test('the order of observations changes neither aliases nor roles nor times', () => {
  const observation = fc.record({
    name: fc.constantFrom('Mira Lund', 'Mira  Lund', 'MIRA LUND'),
    aliases: fc.array(fc.constantFrom('Lund', 'Mira', 'M. Lund'), { maxLength: 3 }),
    role: fc.option(fc.constantFrom('mayor', 'harbour master')),
    seenAt: fc.constantFrom('2026-03-01T09:00:00Z', '2026-03-01T09:00:00.500Z', '2026-03-02T09:00:00Z'),
  });
  fc.assert(
    fc.property(fc.array(observation, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.nat()), (all, chance) => {
      const one = all.map((more) => seen('Mira Lund', more));
      const other = one.map((value) => ({ value, key: chance.next().value ?? 0 })).sort((a, b) => a.key - b.key);
      const merged = mergeSpeaker(null, one);
      expect(
        mergeSpeaker(
          null,
          other.map(({ value }) => value),
        ),
      ).toEqual(merged);
      expect(mergeSpeaker(merged, one)).toEqual(merged);
    }),
  );
});

test.each([
  [['lund'], ['Anna Lund', 'Mira Lund']],
  [['lu', 'mi'], ['Mira Lund']],
  [['Müller'], ['Jörg Muller']],
  [['zelen'], ['Pavel Zeleny']],
  [['marin'], ['Pavel Zeleny']],
  [['l'], []],
  [[], []],
  [
    ['lund', 'x'],
    ['Anna Lund', 'Mira Lund'],
  ],
  [['nobody'], []],
])('speakers are found by the beginnings of words: %j', async (words, names) => {
  const { speakers } = memory.store;
  await speakers.record([
    seen('Mira Lund'),
    seen('Anna Lund'),
    seen('Jörg Muller'),
    seen('Pavel Zeleny', { aliases: ['Pavel Marin'] }),
  ]);
  expect((await speakers.find(words, 10)).map(({ name }) => name)).toEqual(names);
  expect(await speakers.find(words, 1)).toHaveLength(Math.min(1, names.length));
});

test('an alias that comes later can be found too', async () => {
  const { speakers } = memory.store;
  await speakers.record([seen('Mira Lund')]);
  expect(await speakers.find(['skipper'], 10)).toEqual([]);
  await speakers.record([seen('Mira Lund', { aliases: ['The Skipper'] })]);
  expect(await speakers.find(['skipper'], 10)).toHaveLength(1);
});

test('a speaker whose recording died is recorded when it is run again', async () => {
  const undisturbed = await openMemoryStore();
  await undisturbed.store.speakers.record([seen('Mira Lund'), seen('Anna Lund')]);
  const expected = await dumpTable(undisturbed.table);
  await undisturbed.close();
  for (const fatal of [1, 2, 3]) {
    const own = await openMemoryStore();
    const dying = createStore({ ...own, table: dyingTable(own.table, fatal, 'some').table });
    await expect(dying.speakers.record([seen('Mira Lund'), seen('Anna Lund')])).rejects.toThrow(Killed);
    await own.store.speakers.record([seen('Mira Lund'), seen('Anna Lund')]);
    expect(await dumpTable(own.table)).toEqual(expected);
    await own.close();
  }
});

test('what is counted is summed up from the days, the most frequent role first, and unknown speakers stay unknown', async () => {
  const { speakers, rollups, leases } = memory.store;
  await speakers.record([seen('Mira Lund', { role: 'mayor' })]);
  const lease = await leases.acquire('rollup', { owner: 'test', milliseconds: 60_000 });
  if (!lease) throw new Error('the lease is held');
  const put = (day: string, roles: [string, number][], hour: string) => {
    const counted = {
      ...row(day, 'SPEAKER#mira-lund', roles.length),
      roles: roles.map(([text, statements]) => ({ text, statements, undated: 0 })),
      seen: { first: `${day}T${hour}:00:00Z`, last: `${day}T${hour}:30:00Z` },
    };
    return rollups.putDayPart(lease, dayPart(day, [counted]), { rewrite: false });
  };
  await put(
    '2026-01-01',
    [
      ['mayor', 1],
      ['chair', 3],
    ],
    '08',
  );
  await put('2026-03-03', [['mayor', 1]], '09');
  expect(await speakers.get('mira-lund')).toMatchObject({
    statementCount: 3,
    firstSeenAt: '2026-01-01T08:00:00Z',
    lastSeenAt: '2026-03-03T09:30:00Z',
    roles: [
      { text: 'chair', statements: 3, firstSeenAt: '2026-01-01T08:00:00Z', lastSeenAt: '2026-01-01T08:30:00Z' },
      { text: 'mayor', statements: 2, firstSeenAt: '2026-01-01T08:00:00Z', lastSeenAt: '2026-03-03T09:30:00Z' },
    ],
  });
  expect(await speakers.get('nobody')).toBeNull();
  expect([...(await speakers.many(['mira-lund', 'nobody'])).keys()]).toEqual(['mira-lund']);
});

test('one speaker can have no more than fits into a record, whatever feeds say', async () => {
  const { speakers } = memory.store;
  const name = `Baron ${'of the seven islands '.repeat(200)}`;
  const many = Array.from({ length: 400 }, (_, n) =>
    seen(name, {
      id: `baron-${'x'.repeat(3000)}`,
      role: `${n} ${'r'.repeat(500)}`,
      aliases: [`${n} ${'a'.repeat(900)}`],
    }),
  );
  await speakers.record(many);
  const found = await speakers.get(`baron-${'x'.repeat(3000)}`);
  expect(found?.roles).toHaveLength(120);
  expect(found?.aliases).toHaveLength(60);
});
