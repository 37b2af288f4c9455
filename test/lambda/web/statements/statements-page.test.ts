import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rollup } from '../../../../lambda/pipeline/rollup/rollup.ts';
import { feed } from '../../../support/articles.ts';
import { openQueryApp, type QueryApp } from '../../../support/query-app.ts';
import { quietLog } from '../../../support/quiet-log.ts';

const NAMES = ['Abel', 'Bea', 'Cai', 'Dov', 'Eva', 'Fay', 'Gus', 'Hal', 'Ida', 'Jo', 'Kit', 'Lea'];

/** More than the page reads for its figures. */
const ARTICLES = 60;
const OF_EACH = 12;

let query: QueryApp;
beforeAll(async () => {
  query = await openQueryApp();
  await query.store.feeds.put(feed('harbour-post', 'Harbour Post'));
  for (let n = 0; n < ARTICLES; n++) {
    await query.save({
      name: `article ${n}`,
      publishedAt: `2026-0${1 + (n % 2)}-${String(1 + (n % 28)).padStart(2, '0')}T08:00:00Z`,
      statements: Array.from({ length: OF_EACH }, (_, k) => ({
        text: `The quay is closed, part ${n} ${k}`,
        speaker: `${NAMES[k % (n % 3 === 0 ? 3 : NAMES.length)]} Montrose`,
        role: k % 2 === 0 ? 'Mayor' : 'Harbour master',
        type: k % 3 === 0 ? 'indirect' : 'direct',
      })),
    });
  }
  query.clock.advance(120_000);
  await rollup({ store: query.store, clock: query.clock, log: quietLog() });
}, 120_000);
afterAll(() => query.close());

/** The values of a facet with their counts; `null` for those that have none. */
function facet(html: string, title: string): Record<string, number | null> {
  const section = html.split(`<h2>${title}</h2>`)[1]?.split('</section>')[0] ?? '';
  const lines = [...section.matchAll(/<bdi dir="auto">([^<]*)<\/bdi><\/a>(?:<data>([\d,]+)<\/data>)?/g)];
  return Object.fromEntries(
    lines.map(([, label = '', count]) => [label, count === undefined ? null : Number(count.replaceAll(',', ''))]),
  );
}

/** All statements of a query, counted one by one. */
async function count(
  search: string,
  keyOf: (row: { type: string; speaker: { name: string; role: string } }) => string,
) {
  const counts: Record<string, number> = {};
  for (const { data } of await query.pages(`/v1/statements?limit=500&${search}`)) {
    for (const row of data) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1;
  }
  return counts;
}

const sum = (counts: Record<string, number | null>): number =>
  Object.values(counts).reduce<number>((all, one) => all + (one ?? 0), 0);

describe('facets of a search with more statements than are read for them', () => {
  test('without filters have the counts of all', async () => {
    const { text } = await query.get('/');
    const speakers = await count('', ({ speaker }) => speaker.name);
    const shown = facet(text, 'Speaker');
    expect(Object.keys(shown)).toHaveLength(8);
    for (const [name, of] of Object.entries(shown)) expect([name, of]).toEqual([name, speakers[name]]);
    expect(sum(facet(text, 'How it was said'))).toBe(ARTICLES * OF_EACH);
    expect(facet(text, 'Role')).toEqual(await count('', ({ speaker }) => speaker.role));
    expect(text).not.toContain('Without a number');
  });

  test('of a few speakers have the counts of all', async () => {
    const { text } = await query.get('/?speaker=bea');
    const shown = facet(text, 'Role');
    expect(shown).toEqual(await count('speaker=bea', ({ speaker }) => speaker.role));
  });

  test('with a filter that the hourly counts do not answer have no counts that could contradict the total', async () => {
    const { text } = await query.get('/?role=mayor%20&minConfidence=0.1');
    if (!text.includes('Without a number')) return;
    for (const title of ['Speaker', 'Role', 'Outlet', 'How it was said']) {
      expect(Object.values(facet(text, title)).filter((one) => one !== null)).toEqual([]);
    }
  });
});

describe('a name that more speakers have than one list can hold', () => {
  test('is a choice for people: who was quoted most first, with roles, the other filters kept', async () => {
    const { status, text } = await query.get('/?speaker=montrose&type=direct&from=2026-01-01');
    expect(status).toBe(200);
    expect(text).toContain('Which “<bdi dir="auto">montrose</bdi>”?');
    expect(text).toContain('12 speakers have such a name');
    const list = text.split('<ol class="choice">')[1]?.split('</ol>')[0] ?? '';
    const counts = [...list.matchAll(/<data value="(\d+)"/g)].map(([, value]) => Number(value));
    expect(counts).toHaveLength(12);
    expect(counts).toEqual(counts.toSorted((one, other) => other - one));
    expect(counts[0]).toBeGreaterThan(counts.at(-1) ?? 0);
    expect(list).toMatch(/<span class="role"> ?<bdi dir="auto">(Mayor|Harbour master)<\/bdi>/);
    const links = [...list.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
    expect(links[0]).toContain('type=direct&from=2026-01-01');
    const chosen = await query.get(links[0] ?? '');
    expect([chosen.status, chosen.text.includes('class="choice"')]).toEqual([200, false]);
    expect(text).toContain('name="speaker" type="text" value="montrose"');
  });

  test('is a problem with the same order for programs', async () => {
    const { status, body } = await query.get('/v1/statements?speaker=montrose');
    expect([status, body.code]).toEqual([400, 'too-many-speakers']);
    const counts = body.candidates.map(({ statementCount }: { statementCount: number }) => statementCount);
    expect(counts).toEqual(counts.toSorted((one: number, other: number) => other - one));
    expect(body.candidates[0].role).toMatch(/Mayor|Harbour master/);
    const { data } = (await query.get(`/v1/statements?speaker="${body.candidates[0].id}"&limit=1`)).body;
    expect(data[0].speaker.id).toBe(body.candidates[0].id);
  });
});
