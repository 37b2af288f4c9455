import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StoreError } from '../../../lambda/model/errors.ts';
import { fromPieces, toPieces } from '../../../lambda/store/pieces.ts';
import { shorten } from '../../../lambda/store/shorten.ts';
import { indexKeys, keys, partitions } from '../../../lambda/store/table/keys.ts';
import { dumpTable } from '../../support/dump-table.ts';
import { type MemoryStore, openMemoryStore } from '../../support/memory-store.ts';
import { changedBundle, sampleBundle } from '../../support/sample-bundle.ts';

let memory: MemoryStore;
beforeEach(async () => {
  memory = await openMemoryStore();
});
afterEach(() => memory.close());

async function spoil(key: { pk: string; sk: string }, change: Record<string, unknown>): Promise<void> {
  await memory.table.put({ ...key, ...change } as never);
}

test('a record that is not as it must be is an error that names its key, and what is wrong', async () => {
  await spoil(keys.feed('harbour'), { id: 'harbour', url: 'no address' });
  const error = await memory.store.feeds.get('harbour').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StoreError);
  expect(error).toMatchObject({ code: 'corrupt-record' });
  expect((error as Error).message).toContain('FEED#harbour / META');
  expect((error as Error).message).toContain('url');
});

test.each(['BODY', 'META'])('an item whose %s is spoilt is an error, never half an item', async (kind) => {
  const { item } = sampleBundle();
  await memory.store.items.save(sampleBundle());
  const key = kind === 'META' ? keys.item(item.id) : keys.itemBody(item.id, 1, 0);
  await spoil(key, { itemId: item.id, revision: 1, piece: 0, pieces: 1, data: new Uint8Array([1, 2, 3]) });
  await expect(memory.store.items.get(item.id)).rejects.toMatchObject({ code: 'corrupt-record' });
});

test('what is not as it must be does not come into the table', async () => {
  const bundle = sampleBundle();
  const wrong = { ...bundle, statements: bundle.statements.map((statement) => ({ ...statement, confidence: 7 })) };
  await expect(memory.store.items.save(wrong)).rejects.toMatchObject({ code: 'corrupt-record' });
  expect(await memory.store.items.get(bundle.item.id)).toBeNull();
});

test('a date too long for a record is refused for good, not as if the table were away', async () => {
  const bundle = sampleBundle({ comingDates: 1 });
  const long = bundle.comingDates.map((date) => ({ ...date, context: randomBytes(420_000).toString('base64') }));
  await expect(memory.store.items.save({ ...bundle, comingDates: long })).rejects.toMatchObject({
    code: 'invalid-record',
  });
});

test('keys stay within what a key may hold, however long a name is, and long names stay apart', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (text) => {
      for (const key of [keys.speaker(text), keys.host(text), keys.rollup('2026-03-01', text)]) {
        expect(Buffer.byteLength(key.pk)).toBeLessThanOrEqual(2048);
        expect(Buffer.byteLength(key.sk)).toBeLessThanOrEqual(1024);
      }
      const { gsi1pk, gsi1sk } = indexKeys.speakerName(text, text);
      expect(Buffer.byteLength(gsi1pk)).toBeLessThanOrEqual(2048);
      expect(Buffer.byteLength(gsi1sk)).toBeLessThanOrEqual(1024);
    }),
    { examples: [['é'.repeat(3000)], ['👩‍👩‍👧‍👦'.repeat(250)]] },
  );
  const long = 'x'.repeat(500);
  expect(keys.speaker(`${long}a`)).not.toEqual(keys.speaker(`${long}b`));
});

test('corrections and sessions have their places', () => {
  expect(keys.correction('i1', 's1')).toEqual({ pk: 'ITEM#i1', sk: 'CORR#s1' });
  expect(indexKeys.correction('s1', '2026-03-01T09:00:00Z')).toEqual({
    gsi1pk: partitions.corrections(),
    gsi1sk: '2026-03-01T09:00:00.000Z#s1',
  });
  expect(keys.session('abc')).toEqual({ pk: 'SESSION#abc', sk: 'META' });
});

test('an item stands in the due list of pages as long as its page is awaited', async () => {
  const pending = sampleBundle({ item: { fullText: 'pending' } });
  const due = async () => {
    const { indexes } = await dumpTable(memory.table);
    return indexes.gsi3.filter(({ gsi3pk }) => partitions.duePages().includes(String(gsi3pk))).map(({ pk }) => pk);
  };
  await memory.store.items.save(pending);
  expect(await due()).toEqual([keys.item(pending.item.id).pk]);
  await memory.store.items.save(changedBundle(pending, '2026-03-02T10:00:00Z', { item: { fullText: 'page' } }));
  expect(await due()).toEqual([]);
});

test('pages are due by their next try, the longest due first, and move only from where they were', async () => {
  const { items } = memory.store;
  const [first, second, third] = [41, 42, 43].map((number, n) =>
    sampleBundle({
      number,
      item: { fullText: 'pending', nextTryAt: `2026-03-02T0${6 + n}:00:00Z`, pageTries: 0 },
    }),
  );
  for (const bundle of [third!, first!, second!]) await items.save(bundle);
  const due = async (now: string, limit = 10) => (await items.duePages(now, limit)).map(({ id }) => id);
  expect(await due('2026-03-02T07:00:00Z')).toEqual([first!.item.id, second!.item.id]);
  expect(await due('2026-03-02T09:00:00Z', 2)).toEqual([first!.item.id, second!.item.id]);
  const to = { nextTryAt: '2026-03-02T09:30:00Z', pageTries: 1 };
  expect(await items.putOffPage(first!.item.id, to, '2026-03-02T06:00:00Z')).toBe(true);
  expect(await items.putOffPage(first!.item.id, to, '2026-03-02T06:00:00Z')).toBe(false);
  expect(await items.putOffPage('nothing', to, '2026-03-02T06:00:00Z')).toBe(false);
  expect(await due('2026-03-02T09:00:00Z')).toEqual([second!.item.id, third!.item.id]);
  expect(await items.get(first!.item.id)).toMatchObject({ ...to, fullText: 'pending', revision: 1 });
});

test('any value survives its pieces, and pieces that are no whole are an error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      expect(await fromPieces(await toPieces(value), 'x')).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  await expect(fromPieces([new Uint8Array([9])], 'the body of y')).rejects.toThrow('the body of y');
});

test('shortened text keeps within its bytes, begins alike and has no broken characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 3, max: 40 }), (text, bytes) => {
      const short = shorten(text, bytes);
      expect(Buffer.byteLength(short)).toBeLessThanOrEqual(bytes);
      expect(short === text || text.startsWith(short.slice(0, -1))).toBe(true);
      expect(Buffer.from(short).toString()).toBe(short);
      expect(shorten(short, bytes)).toBe(short);
    }),
  );
});
