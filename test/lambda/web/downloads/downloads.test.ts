import { parse } from 'csv-parse/sync';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { feed } from '../../../support/articles.ts';
import { openQueryApp, type QueryApp } from '../../../support/query-app.ts';

// Thousands of statements are stored for some.
vi.setConfig({ testTimeout: 120_000 });

let query: QueryApp;
afterEach(() => query.close());

type Line = Record<string, string>;
const read = (text: string): Line[] => parse(text, { columns: true });

/** Opens the API with so many articles of so many statements each. */
async function open(articles: number, more: { streams?: boolean; text?: string; each?: number } = {}): Promise<void> {
  query = await openQueryApp({ streams: more.streams ?? false });
  await query.store.feeds.put(feed('harbour-post', 'Harbour Post'));
  for (let n = 0; n < articles; n++) {
    await query.save({
      name: `article ${n}`,
      publishedAt: `2026-01-${String(1 + (n % 28)).padStart(2, '0')}T0${n % 10}:00:00Z`,
      statements: Array.from({ length: more.each ?? 10 }, (_, k) => ({
        text: `${more.text ?? ''}The quay is closed, part ${n} ${k}`,
        speaker: k === 0 ? 'Eva Montrose' : 'Jo Bell',
      })),
      coming: [{ date: `2026-04-${String(1 + (n % 28)).padStart(2, '0')}`, text: `on day ${n}` }],
    });
  }
}

async function idsOf(search = ''): Promise<string[]> {
  const pages = await query.pages(`/v1/statements?limit=500${search}`);
  return pages.flatMap(({ data }) => data.map(({ id }: { id: string }) => id));
}

/** Counts the statements that are read from now on. */
function onEachRead(look: (count: number) => void = () => undefined): () => number {
  const { statements } = query.store;
  const { newest } = statements;
  let count = 0;
  statements.newest = async function* (asked) {
    for await (const one of newest(asked)) {
      count += 1;
      look(count);
      yield one;
    }
  };
  return () => count;
}

describe('a server that sends answers of any length', () => {
  test('gives a whole search as a file, with the sentence around each statement', async () => {
    await open(24, { streams: true, each: 50 });
    const { status, headers, text } = await query.get('/statements.csv');
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toBe('attachment; filename="statements.csv"');
    const lines = read(text);
    expect(lines).toHaveLength(1_200);
    expect(lines.map(({ id }) => id)).toEqual(await idsOf());
    expect(lines.every(({ context }) => context !== undefined)).toBe(true);
    const some = read((await query.get('/statements.csv?speaker=montrose&from=2026-01-10')).text);
    expect(some.map(({ id }) => id)).toEqual(await idsOf('&speaker=montrose&from=2026-01-10'));
    expect(read((await query.get('/dates.csv')).text)).toHaveLength(24);
  });

  test('reads a page when the reader has taken the one before, and stops when the reader goes', async () => {
    await open(40, { streams: true, each: 50 });
    const read = onEachRead();
    const reader = (await query.app.request('/statements.csv')).body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toMatch(/^id,itemId/);
    await reader?.read();
    await new Promise((resolve) => setImmediate(resolve));
    const early = read();
    expect(early).toBeGreaterThan(500);
    expect(early).toBeLessThan(1_600);
    await reader?.cancel();
    await new Promise((resolve) => setImmediate(resolve));
    // The page that was under way may have come.
    expect(read()).toBeLessThan(1_600);
  });

  test('breaks the transfer where the rest can not be read, so that nobody takes a part for all', async () => {
    await open(24, { streams: true, each: 50 });
    onEachRead((count) => {
      if (count > 900) throw new Error('the table is away');
    });
    const response = await query.app.request('/statements.csv');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('the table is away');
  });

  test('answers a search that is not right as such', async () => {
    await open(1, { streams: true });
    for (const search of ['from=someday', 'limit=5', 'format=csv', 'cursor=x', 'changedAfter=2026-01-01']) {
      expect([search, (await query.get(`/statements.csv?${search}`)).status]).toEqual([search, 400]);
    }
  });
});

describe('a server whose answers have few megabytes', () => {
  test('gives what fits in one answer as a file', async () => {
    await open(12, { each: 50 });
    const { status, text } = await query.get('/statements.csv?speaker=bell');
    expect([status, read(text).length]).toEqual([200, 588]);
  });

  test('leads to a page with the count, parts that together have every row once, and the command for all', async () => {
    await open(40, { text: `${'“Höchst”, '.repeat(1_000)} ` });
    const first = await query.get('/statements.csv?speaker=bell&includeDuplicates=true');
    expect(first.status).toBe(303);
    const page = await query.get(first.headers.get('location') ?? '');
    expect(page.text).toContain('360 statements: too long for one answer');
    const links = [...page.text.matchAll(/href="(\/statements\.csv[^"]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    );
    expect(links.length).toBeGreaterThan(1);
    const command = /<code>(npx dateline export[^<]*)<\/code>/.exec(page.text)?.[1];
    expect(command).toBe(
      'npx dateline export statements --format csv --url http://localhost --speaker bell --include-duplicates &gt; statements.csv',
    );
    const rows: string[] = [];
    for (const link of links) {
      const part = await query.get(link);
      expect(part.status).toBe(200);
      expect(Buffer.byteLength(JSON.stringify({ body: part.text }))).toBeLessThan(6_000_000);
      rows.push(...read(part.text).map(({ id = '' }) => id));
    }
    expect(rows).toEqual(await idsOf('&speaker=bell&includeDuplicates=true'));
  });
});

test.each([true, false])(
  'the pages tell how many rows there are, and link all of them (streams: %s)',
  async (streams) => {
    await open(20, { streams });
    const { text } = await query.get('/?speaker=bell');
    expect(text).toContain('<a href="/statements.csv?speaker=bell">CSV, all 180</a>');
    expect((await query.get('/dates')).text).toMatch(/<a href="\/dates\.csv\?from=[^"]*">CSV, all 20<\/a>/);
  },
);
