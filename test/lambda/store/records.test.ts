import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StoreError } from '../../../lambda/model/errors.ts';
import type { Statement } from '../../../lambda/model/statement.ts';
import { countKey } from '../../../lambda/store/counts/record.ts';
import { createStore } from '../../../lambda/store/create-store.ts';
import { hostKey } from '../../../lambda/store/feeds/host-record.ts';
import { feedKey } from '../../../lambda/store/feeds/record.ts';
import { bodyKey } from '../../../lambda/store/items/body-record.ts';
import { packHtml, unpackHtml } from '../../../lambda/store/items/pack-html.ts';
import { duePages, itemKey } from '../../../lambda/store/items/record.ts';
import { shorten } from '../../../lambda/store/shorten.ts';
import { speakerKey, speakerNameRecord } from '../../../lambda/store/speakers/record.ts';
import { statementKey } from '../../../lambda/store/statements/record.ts';
import type { Positioned } from '../../../lambda/store/store-shapes.ts';
import { feed } from '../../support/articles.ts';
import { dumpTable } from '../../support/dump-table.ts';
import { type MemoryStore, openMemoryStore } from '../../support/memory-store.ts';
import { changedBundle, sampleBundle } from '../../support/sample-bundle.ts';
import { take } from '../../support/take.ts';

let memory: MemoryStore;
beforeEach(async () => {
  memory = await openMemoryStore();
});
afterEach(() => memory.close());

async function spoil(key: { pk: string; sk: string }, change: Record<string, unknown>): Promise<void> {
  await memory.table.put({ ...key, ...change } as never);
}

test('a record that is not as it must be is an error that names its key, and what is wrong', async () => {
  await spoil(feedKey('harbour'), { id: 'harbour', url: 'no address' });
  const error = await memory.store.feeds.get('harbour').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StoreError);
  expect(error).toMatchObject({ code: 'corrupt-record' });
  expect((error as Error).message).toContain('FEED#harbour / META');
  expect((error as Error).message).toContain('url');
});

test.each(['BODY', 'META'])('an item whose %s is spoilt is an error, never half an item', async (kind) => {
  const { item } = sampleBundle();
  await memory.store.items.save(sampleBundle());
  const edition = (await memory.store.items.known([item.id])).get(item.id)?.edition ?? '';
  const key = kind === 'META' ? itemKey(item.id) : bodyKey(item.id, edition);
  await spoil(key, { itemId: item.id, edition, contentText: 7 });
  const error = await memory.store.items.get(item.id).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'corrupt-record', message: expect.stringContaining(`${key.pk} / ${key.sk}`) });
});

test('markup that cannot be unpacked is an error that names its record', async () => {
  const { item } = sampleBundle();
  await memory.store.items.save(sampleBundle());
  const edition = (await memory.store.items.known([item.id])).get(item.id)?.edition ?? '';
  await memory.table.update(bodyKey(item.id, edition), { set: { contentHtml: new Uint8Array([1, 2, 3]) } });
  await expect(memory.store.items.get(item.id)).rejects.toThrow(`BODY#${edition}`);
});

test('a damaged record takes no other out of a list: it is left out, and told with its key', async () => {
  const damaged: string[] = [];
  const store = createStore({ ...memory, onDamaged: ({ message }) => void damaged.push(message) });
  const bundles = [1, 2, 3].map((number) => sampleBundle({ number, statements: 1 }));
  for (const bundle of bundles) {
    await store.items.save(bundle);
    await store.feeds.put(feed(bundle.item.id, bundle.item.title));
  }
  const [first, second, third] = bundles.map(({ item }) => item.id) as [string, string, string];
  const known = await store.items.known([first, second, third]);
  const spoilt = { set: { language: 7, kind: 'unknown' } };
  await memory.table.update(itemKey(first), spoilt);
  const { edition = '' } = known.get(second) ?? {};
  const [statement] = await store.statements.ofItem(second);
  await memory.table.update(statementKey(statement as Statement), spoilt);
  await memory.table.update(feedKey(third), { set: { tags: 'none' } });
  const idsOf = async (list: AsyncIterable<Positioned<{ id: string }>>) =>
    (await take(list)).map(({ record }) => record.id).toSorted();
  expect(await idsOf(store.items.newest({}))).toEqual([second, third].toSorted());
  expect((await store.items.summaries([first, second])).size).toBe(1);
  expect(await store.statements.ofEditions([{ itemId: second, edition }])).toEqual([[]]);
  const listed = await take(store.statements.newest({ speakerId: 'mira-lund' }));
  expect(listed.map(({ record }) => record.itemId).toSorted()).toEqual([first, third].toSorted());
  expect(await idsOf(store.feeds.list())).toEqual([first, second].toSorted());
  expect(damaged.length).toBeGreaterThanOrEqual(4);
  expect(damaged.join('\n')).toContain(`ITEM#${first} / META`);
  expect(damaged.join('\n')).toContain(`ITEM#${second} / STMT#${edition}`);
  expect(damaged.join('\n')).toContain(`FEED#${third} / META`);
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
      for (const key of [speakerKey(text), hostKey(text), countKey('2026-03-01', text)]) {
        expect(Buffer.byteLength(key.pk)).toBeLessThanOrEqual(2048);
        expect(Buffer.byteLength(key.sk)).toBeLessThanOrEqual(1024);
      }
      const { gsi1pk, gsi1sk } = speakerNameRecord.encode({ id: text, name: text, token: text }) as Record<
        string,
        string
      >;
      expect(Buffer.byteLength(gsi1pk ?? '')).toBeLessThanOrEqual(2048);
      expect(Buffer.byteLength(gsi1sk ?? '')).toBeLessThanOrEqual(1024);
    }),
    { examples: [['é'.repeat(3000)], ['👩‍👩‍👧‍👦'.repeat(250)]] },
  );
  const long = 'x'.repeat(500);
  expect(speakerKey(`${long}a`)).not.toEqual(speakerKey(`${long}b`));
});

test('an item stands in the due list of pages as long as its page is awaited', async () => {
  const pending = sampleBundle({ item: { fullText: 'pending' } });
  const due = async () => {
    const { indexes } = await dumpTable(memory.table);
    return indexes.gsi3.filter(({ gsi3pk }) => duePages().includes(String(gsi3pk))).map(({ pk }) => pk);
  };
  await memory.store.items.save(pending);
  expect(await due()).toEqual([itemKey(pending.item.id).pk]);
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
  // A clock that was years ahead put the third one off: no page waits for so long.
  const wrong = { nextTryAt: '2029-03-02T09:30:00Z', pageTries: 1 };
  expect(await items.putOffPage(third!.item.id, wrong, '2026-03-02T08:00:00Z')).toBe(true);
  expect(await due('2026-03-02T07:00:00Z')).toEqual([second!.item.id, third!.item.id]);
});

test('markup survives its packing, short and long', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (html) => {
      expect(await unpackHtml(await packHtml(html))).toBe(Buffer.from(html).toString());
    }),
  );
  const long = '<p>The tide came in.</p>'.repeat(4_000);
  expect(await unpackHtml(await packHtml(long))).toBe(long);
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
