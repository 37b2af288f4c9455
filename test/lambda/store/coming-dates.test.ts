import { afterEach, beforeEach, expect, test } from 'vitest';
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

const rows = async () => (await dumpTable(memory.table)).table.filter(({ pk }) => String(pk).startsWith('MENTIONED#'));
const listed = async () =>
  withoutEdition((await take(memory.store.dates.coming({ from: '2026-01-01' }))).map(({ record }) => record));
const ofItem = async (itemId: string) => {
  const edition = (await memory.store.items.known([itemId])).get(itemId)?.edition ?? '';
  return withoutEdition(await memory.store.dates.ofEditions([{ itemId, edition }]));
};

test('a coming date is one row of plain attributes in the list of its day, in no index, and goes with its article', async () => {
  const bundle = sampleBundle({ comingDates: 3, item: { expiresAt: '2026-06-01T00:00:00Z' } });
  await memory.store.items.save(bundle);
  const [first, ...others] = await rows();
  const { edition } = (await memory.store.items.known([bundle.item.id])).get(bundle.item.id) ?? {};
  expect(first).toEqual({
    ...bundle.comingDates[0],
    edition,
    pk: 'MENTIONED#2026-04-01',
    sk: `2026-03-01T18:00:00.000Z#${bundle.item.id}#0000000#${edition}`,
    ttl: Date.parse('2026-06-01T00:00:00Z') / 1000,
  });
  expect(others.map(({ pk }) => pk)).toEqual(['MENTIONED#2026-04-02', 'MENTIONED#2026-04-03']);
  expect(await listed()).toEqual(bundle.comingDates);
  expect(await ofItem(bundle.item.id)).toEqual(bundle.comingDates);
  memory.clock.set('2026-06-01T00:00:00Z');
  expect(await listed()).toEqual([]);
  await memory.store.items.sweep('2026-06-01T00:00:00Z');
  expect(await rows()).toEqual([]);
});

test('another edition puts its dates into the place of the former ones, and a position leads on behind either', async () => {
  const first = sampleBundle({ comingDates: 3 });
  await memory.store.items.save(first);
  const [place] = await take(memory.store.dates.coming({ from: '2026-01-01' }));
  const second = changedBundle(first, '2026-03-02T10:00:00Z', { comingDates: 2 });
  await memory.store.items.save(second);
  expect(await listed()).toEqual(second.comingDates);
  expect(await rows()).toHaveLength(2);
  const on = await take(memory.store.dates.coming({ from: '2026-01-01', after: place?.position }));
  expect(withoutEdition(on.map(({ record }) => record))).toEqual(second.comingDates.slice(1));
  const former = { itemId: first.item.id, edition: place?.record.edition ?? '' };
  expect(await memory.store.dates.ofEditions([former])).toEqual([]);
  await memory.store.items.remove(first.item.id);
  expect(await rows()).toEqual([]);
});

test('are listed day by day, page by page', async () => {
  const bundles = [0, 1, 2, 3, 4, 5].map((n) => articleAt(n, n * 7));
  for (const bundle of bundles) await memory.store.items.save(bundle);
  const whole = [0, 1].flatMap((n) => bundles.flatMap(({ comingDates }) => comingDates.slice(n, n + 1)));
  expect(await listed()).toEqual(whole);
  const pages: object[] = [];
  for (let after: string | undefined; ; ) {
    const page = await take(memory.store.dates.coming({ from: '2026-01-01', after }), 1);
    pages.push(...withoutEdition(page.map(({ record }) => record)));
    after = page.at(-1)?.position;
    if (after === undefined) break;
  }
  expect(pages).toEqual(whole);
});

test('stay with an article that is corrected', async () => {
  const { item, statements, comingDates } = sampleBundle({ comingDates: 2 });
  await memory.store.items.save(sampleBundle({ comingDates: 2 }));
  const wish = { itemId: item.id, statementId: statements[0]?.id ?? '', notAStatement: true, note: null, by: 'desk' };
  await memory.store.corrections.put(wish);
  expect(await listed()).toEqual(comingDates);
  expect((await rows()).map(({ edition }) => String(edition).slice(0, 2))).toEqual(['2-', '2-']);
});
