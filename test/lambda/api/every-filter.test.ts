import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toInstant } from '../../../lambda/model/instant.ts';
import { rollup } from '../../../lambda/pipeline/rollup/rollup.ts';
import { type ArticleSpec, feed } from '../../support/articles.ts';
import { openQueryApp, type QueryApp } from '../../support/query-app.ts';
import { quietLog } from '../../support/quiet-log.ts';

const FEEDS = ['gazette', 'herald', 'mirror'];
const SPEAKERS = ['Ada Okonkwo', 'Ada Quill', 'Bela Ruiz', null];
const ROLES = ['harbour master', 'mayor', null];
const TYPES = ['direct', 'indirect', 'mixed'] as const;
const DAYS = ['2026-03-10', '2026-03-11', '2026-03-12', '2026-03-14'];

let query: QueryApp;
let number = 0;

const pick = <T>(values: readonly T[], at: number): T => values[at % values.length] as T;

/** The n-th article: each combines the values above in another way. */
function article(storedAt?: string): ArticleSpec {
  const n = number++;
  const day = pick(DAYS, n);
  return {
    name: `article ${n}`,
    feedId: pick(FEEDS, n + Math.floor(n / 3)),
    title: `Harbour news ${n}`,
    tags: [n % 2 === 0 ? 'quay' : 'ferry'],
    publishedAt: n % 7 === 6 ? null : `${day}T10:0${n % 5}:00Z`,
    storedAt: storedAt ?? `${day}T12:00:00Z`,
    language: pick(['en', 'en-GB', null], n),
    statements: Array.from({ length: n % 4 }, (_, k) => ({
      text: `Words ${n} ${k} of the ${k % 2 === 0 ? 'quay' : 'ferry'}`,
      speaker: pick(SPEAKERS, n + k),
      role: pick(ROLES, n + k),
      type: pick(TYPES, n + k),
      confidence: pick([0.9, 0.7, 0.5], n + k),
    })),
    coming: [{ date: pick(['2026-03-20', '2026-03-21', '2026-04-02'], n), text: `day ${n}`, role: 'scheduled' }],
  };
}

/** Writes one more article, as it comes now. */
async function write(): Promise<string[]> {
  query.clock.advance(1_000);
  return query.save(article(toInstant(query.clock.now())));
}

beforeAll(async () => {
  query = await openQueryApp();
  for (const id of FEEDS) await query.store.feeds.put(feed(id, `The ${id}`));
  await query.save(...Array.from({ length: 36 }, () => article()));
  await query.store.speakers.merge('ada-quill', 'ada-okonkwo');
  await rollup({ store: query.store, clock: query.clock, log: quietLog() });
});
afterAll(() => query.close());

const one = (...values: string[]) => fc.constantFrom(undefined, ...values);
const range = { from: one('2026-03-11', '2026-03-10T10:02:00Z'), to: one('2026-03-12', '2026-03-14T10:03:00Z') };
const FILTERS: Record<string, Record<string, fc.Arbitrary<string | undefined>>> = {
  statements: {
    ...range,
    speaker: one('okonkwo', '"bela-ruiz"', 'ada'),
    role: one('master', 'mayor'),
    feed: one(...FEEDS),
    language: one('en', 'en-GB'),
    type: one('direct', 'indirect,mixed'),
    minConfidence: one('0.6', '0.8'),
    q: one('quay', 'words ferry', '"of the quay"'),
    includeDuplicates: one('true'),
  },
  items: {
    ...range,
    feed: one(...FEEDS),
    language: one('en'),
    q: one('quay', 'harbour'),
    includeDuplicates: one('true'),
  },
  dates: {
    from: one('2026-03-21'),
    to: one('2026-03-21'),
    feed: one(...FEEDS),
    role: one('scheduled'),
    q: one('harbour'),
  },
  feeds: { q: one('the', 'herald'), status: one('ok') },
};

/** The row's own name in its list. */
const keyOf = (row: Record<string, unknown>): string => String(row.date ? `${row.itemId} ${row.start}` : row.id);

describe.each(Object.keys(FILTERS))('/v1/%s', (list) => {
  test('has each row once, whatever the filters, while articles come and words and days are counted', async () => {
    const filters = fc.record(FILTERS[list] ?? {});
    const steps = fc.array(fc.constantFrom('article', 'rollup', 'nothing'), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 1, max: 9 }), steps, async (chosen, limit, between) => {
        const given = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
        const path = `/v1/${list}?${new URLSearchParams(given as Record<string, string>)}`;
        const wholePages = await query.pages(`${path}&limit=500`);
        const whole = wholePages.flatMap(({ data }) => data);
        const written = new Set<string>();
        const left = [...between];
        const step = async (): Promise<void> => {
          const next = left.pop();
          if (next === 'article') for (const id of await write()) written.add(id);
          if (next === 'rollup') await rollup({ store: query.store, clock: query.clock, log: quietLog() });
        };
        const rows = (await query.pages(`${path}&limit=${limit}`, step)).flatMap(({ data }) => data);
        expect(new Set(rows.map(keyOf)).size).toBe(rows.length);
        const old = rows.filter((row) => !written.has(row.itemId ?? row.id)).map(keyOf);
        const known = new Set(whole.map(keyOf));
        expect(old.filter((key) => known.has(key))).toEqual(whole.map(keyOf));
        // A search tells what its index does not have yet; that may be found on a later page.
        if (!wholePages.some(({ searchedThrough }) => searchedThrough)) expect(old).toHaveLength(whole.length);
      }),
      { numRuns: 25, seed: 20260301 },
    );
  }, 120_000);
});

test.each(['q=ada', 'q=okonkwo', 'from=2026-03-01', 'from=2026-03-11&to=2026-03-12'])(
  '/v1/speakers?%s has each speaker once, while articles come',
  async (filter) => {
    const whole = (await query.pages(`/v1/speakers?${filter}&limit=500`)).flatMap(({ data }) => data);
    expect(whole.length).toBeGreaterThan(0);
    for (const limit of [1, 2]) {
      const step = async (): Promise<void> => void (await write());
      const rows = (await query.pages(`/v1/speakers?${filter}&limit=${limit}`, step)).flatMap(({ data }) => data);
      expect(rows.map(keyOf)).toEqual(whole.map(keyOf));
    }
  },
);

test('changes have each article, while more come', async () => {
  const path = '/v1/statements?changedAfter=2026-03-01';
  const itemsOf = async (limit: number, step?: () => Promise<void>): Promise<string[]> =>
    (await query.pages(`${path}&limit=${limit}`, step)).flatMap(({ data }) =>
      data.map(({ itemId }: { itemId: string }) => itemId),
    );
  const whole = await itemsOf(500);
  const paged = await itemsOf(3, async () => void (await write()));
  expect(new Set(paged).size).toBe(paged.length);
  expect(paged.filter((id) => whole.includes(id))).toEqual(whole);
});
