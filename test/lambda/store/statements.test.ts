import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Statement } from '../../../lambda/model/statement.ts';
import {
  statementKey,
  statementKeyAt,
  statementPosition,
  statementRecord,
} from '../../../lambda/store/statements/record.ts';
import { dumpTable } from '../../support/dump-table.ts';
import { type MemoryStore, openMemoryStore } from '../../support/memory-store.ts';
import { articleAt, changedBundle, sampleBundle } from '../../support/sample-bundle.ts';
import { take } from '../../support/take.ts';
import { withoutEdition } from '../../support/without-edition.ts';

let memory: MemoryStore;
beforeEach(async () => {
  memory = await openMemoryStore();
});
afterEach(() => memory.close());

const rows = async () => (await dumpTable(memory.table)).table.filter(({ sk }) => String(sk).startsWith('STMT#'));
const editionOf = async (id: string) => (await memory.store.items.known([id])).get(id)?.edition ?? '';

test('each statement is one record of plain attributes, in an index by its speaker', async () => {
  const bundle = sampleBundle({ statements: 3, item: { expiresAt: '2026-06-02T09:00:00Z' } });
  await memory.store.items.save(bundle);
  const edition = await editionOf(bundle.item.id);
  const [first, second, third] = await rows();
  const [statement] = bundle.statements;
  expect(first).toEqual({
    ...statement,
    edition,
    pk: `ITEM#${bundle.item.id}`,
    sk: `STMT#${edition}#0000000#${statement?.id.slice(-8)}`,
    gsi1pk: 'SPEAKER#mira-lund',
    gsi1sk: `2026-03-01T18:00:00.000Z#${bundle.item.id}#9999999#${statement?.id.slice(-8)}#${edition}`,
    ttl: Date.parse('2026-06-02T09:00:00Z') / 1000,
  });
  expect(second).toMatchObject({ gsi1pk: 'SPEAKER#harbour-office' });
  expect(third).not.toHaveProperty('gsi1pk');
});

test('a struck statement is in no index, and stands in no list', async () => {
  const bundle = sampleBundle({ statements: 2 });
  const { items, corrections, statements } = memory.store;
  await items.save(bundle);
  const [struck] = bundle.statements;
  const wish = { itemId: bundle.item.id, statementId: struck?.id ?? '', notAStatement: true, note: null, by: 'desk' };
  await corrections.put(wish);
  expect((await rows()).map((row) => row.gsi1pk)).toEqual([undefined, 'SPEAKER#harbour-office']);
  expect((await take(statements.newest({}))).map(({ record }) => record.id)).toEqual([bundle.statements[1]?.id]);
  expect(await take(statements.newest({ speakerId: 'mira-lund' }))).toEqual([]);
});

test('statements go with their edition, and with the item', async () => {
  const { items, statements } = memory.store;
  const bundle = sampleBundle({ statements: 2 });
  await items.save(bundle);
  const before = await editionOf(bundle.item.id);
  await items.save(changedBundle(bundle, '2026-03-02T10:00:00Z', { statements: 1 }));
  const after = await editionOf(bundle.item.id);
  expect(after).toMatch(/^2-[A-Za-z][A-Za-z0-9]{7}$/);
  expect(after).not.toBe(before);
  expect((await rows()).map(({ edition }) => edition)).toEqual([after]);
  expect(await take(statements.newest({ speakerId: 'harbour-office' }))).toEqual([]);
  await items.remove(bundle.item.id);
  expect(await rows()).toEqual([]);
});

test('the same content has the same edition, and any other content another one', async () => {
  const { items } = memory.store;
  const bundle = sampleBundle();
  const editions = new Set<string>();
  const save = async (changes: object) => {
    await items.save({ ...bundle, ...changes });
    editions.add(await editionOf(bundle.item.id));
    await items.remove(bundle.item.id);
  };
  await save({});
  await save({ item: { ...bundle.item, changedAt: '2026-03-02T09:30:00Z', fetchedAt: '2026-03-02T09:30:00Z' } });
  expect(editions.size).toBe(1);
  await save({ statements: bundle.statements.slice(1) });
  await save({ statements: bundle.statements.map((one) => ({ ...one, confidence: 0.5 })) });
  await save({ comingDates: [] });
  await save({ item: { ...bundle.item, extractorVersion: 2 } });
  await save({ item: { ...bundle.item, contentHtml: null } });
  expect(editions.size).toBe(6);
});

test('an edition that is being written beside the present one shows in no list of items, and stands in one order in that of a speaker', async () => {
  const { items, statements } = memory.store;
  const bundle = sampleBundle({ statements: 9 });
  await items.save(bundle);
  const next = changedBundle(bundle, '2026-03-02T10:00:00Z', { statements: 8 });
  const edition = '2-unfinish';
  await memory.table.batchWrite(next.statements.map((one) => statementRecord.encode({ ...one, edition })));
  expect(withoutEdition(await statements.ofItem(bundle.item.id))).toEqual(bundle.statements);
  expect(await take(statements.newest({}))).toHaveLength(9);
  const found = await take(statements.newest({ speakerId: 'mira-lund' }));
  const positions = found.map(({ position }) => position);
  expect(positions).toEqual(positions.toSorted().reverse());
  expect(new Set(found.map(({ record }) => record.edition)).size).toBe(2);
  const on = await take(statements.newest({ speakerId: 'mira-lund', after: positions[2] ?? '' }));
  expect(on.map(({ position }) => position)).toEqual(positions.filter((one) => one < (positions[2] ?? '')));
});

test('a key is found by position and edition', () => {
  const [one] = sampleBundle({ statements: 1 }).statements;
  const statement = { ...one, start: 1234, edition: '3-abcdefgh' } as Statement;
  expect(statementKeyAt(statementPosition(statement), statement.edition)).toEqual(statementKey(statement));
});

test('a statement of several spans, without cue and speaker, and with a correction comes back as it was', async () => {
  const bundle = sampleBundle({ statements: 2 });
  const [first, second] = bundle.statements as [Statement, Statement];
  const { text, start, end, spans, speaker } = second;
  const machine = { text, start, end, spans, speaker };
  const mark = { of: second.id, notAStatement: false, corrected: ['words' as const], note: null, by: 'desk' };
  const statements = [
    {
      ...first,
      spans: [
        { start: 0, end: 4 },
        { start: 8, end: 12 },
      ],
      cue: null,
      speaker: null,
    },
    { ...second, correction: { ...mark, at: '2026-03-02T10:00:00Z', machine } },
  ];
  await memory.store.items.save({ ...bundle, statements });
  expect(withoutEdition(await memory.store.statements.ofItem(bundle.item.id))).toEqual(statements);
});

describe('lists', () => {
  const bundles = [0, 1, 2, 3, 4, 5].map((n) => articleAt(n, n * 7));
  const whole = bundles.toReversed().flatMap(({ statements }) => statements);
  beforeEach(async () => {
    for (const bundle of bundles) await memory.store.items.save(bundle);
  });

  test.each([
    ['all', {}, whole],
    ['a feed', { feedId: 'harbour-news' }, whole],
    ['a speaker', { speakerId: 'mira-lund' }, whole.filter(({ speaker }) => speaker?.id === 'mira-lund')],
    ['a stretch', { from: '2026-02-01T07:00:00Z', to: '2026-02-01T21:00:00Z' }, whole.slice(9, 15)],
  ])('have the statements of %s, newest first, page by page', async (_name, range, expected) => {
    const list = (after?: string) => memory.store.statements.newest({ ...range, after });
    const found = await take(list());
    expect(withoutEdition(found.map(({ record }) => record))).toEqual(expected);
    const pages: typeof found = [];
    for (;;) {
      const page = await take(list(pages.at(-1)?.position), 2);
      pages.push(...page);
      if (page.length < 2) break;
    }
    expect(pages.map(({ record }) => record)).toEqual(found.map(({ record }) => record));
  });

  test('of editions come in the order in which they are asked for', async () => {
    const ids = bundles.map(({ item }) => item.id).toReversed();
    const known = await memory.store.items.known(ids);
    const editions = ids.map((itemId) => ({ itemId, edition: known.get(itemId)?.edition ?? '' }));
    const lists = await memory.store.statements.ofEditions([...editions, { itemId: 'nothing', edition: '1-x' }]);
    expect(lists.map((list) => list[0]?.itemId)).toEqual([...ids, undefined]);
  });
});
