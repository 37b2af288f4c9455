import { parse as parseCsv } from 'csv-parse/sync';
import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withoutControlCharacters } from '../../../../../lambda/common/control-characters.ts';
import { htmlToText } from '../../../../../lambda/common/html/html-to-text.ts';
import { parseFeed } from '../../../../../lambda/parse/parse-feed.ts';
import { feed } from '../../../../support/articles.ts';
import { openQueryApp, type QueryApp } from '../../../../support/query-app.ts';

const HOSTILE = '=HYPERLINK("http://evil.example","x")';
let query: QueryApp;
beforeAll(async () => {
  query = await openQueryApp();
  await query.store.feeds.put(feed('harbour-post', 'Harbour "Post", <b>daily</b> & Sunday'));
  await query.save(
    {
      name: 'one',
      title: 'The <i>quay</i>, "old" & new',
      publishedAt: '2026-03-10T08:30:00Z',
      tags: ['sea & sky', '<script>'],
      summary: 'A summary that goes on and on. '.repeat(100),
      statements: [
        { text: HOSTILE, role: 'harbour master' },
        { text: 'Line one,\nline "two"; ]]> & <script>alert(1)</script>', speaker: '@Jo, Bell', type: 'indirect' },
        { text: '-1 + 2\u0000\u0008\ufffe is “three” 🛳', speaker: null },
      ],
      coming: [{ date: '2026-04-01', text: 'Wednesday' }],
    },
    {
      name: 'two',
      publishedAt: null,
      storedAt: '2026-03-11T08:00:00Z',
      url: 'javascript:alert(1)',
      language: null,
      statements: Array.from({ length: 4 }, (_, n) => ({ text: `Plain words ${n}` })),
      coming: [{ date: '2026-04-02', text: 'Thursday' }],
    },
  );
});
afterAll(() => query.close());

/** The pages of a query in a form, followed by the header Link to the end. */
async function pagesOf(path: string, format: string): Promise<string[]> {
  const pages: string[] = [];
  for (let url: string | undefined = `${path}&format=${format}`; url !== undefined; ) {
    const { status, text, headers } = await query.get(url);
    expect([url, status]).toEqual([url, 200]);
    pages.push(text);
    url = /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1];
  }
  return pages;
}

const linesOf = (page: string) => page.split('\n').flatMap((line) => (line ? [JSON.parse(line)] : []));
const rowsOf = (page: string) =>
  parseCsv(page, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
const withoutApostrophe = (cell: string | undefined) => cell?.replace(/^'(?=[=+\-@\t\r])/, '');
const visible = (text: string) =>
  text
    .replace(/[^\P{Cc}\n]|\ufffe|\ufffd/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

describe.each(['statements', 'items', 'dates'])('CSV, NDJSON, RSS and JSON Feed of %s', (list) => {
  test.each(['limit=50', 'limit=2', 'limit=1&feed=harbour-post'])(
    'hold the same records, with %s',
    async (parameters) => {
      const path = `/v1/${list}?${parameters}`;
      const json = (await query.pages(path)).flatMap(({ data }) => data as Record<string, string>[]);
      expect(json.length).toBeGreaterThan(1);
      const idOf = (row: Record<string, string | number>) =>
        list === 'dates' ? `${row.itemId}#${row.start}#${row.value}` : row.id;
      const ids = json.map(idOf);

      const ndjson = (await pagesOf(path, 'ndjson')).flatMap(linesOf);
      expect(ndjson.map(idOf)).toEqual(ids);
      const csv = (await pagesOf(path, 'csv')).flatMap(rowsOf);
      const key = list === 'dates' ? 'itemId' : 'id';
      expect(csv.map((row) => withoutApostrophe(row[key]))).toEqual(json.map((row) => row[key]));
      const rss = (await pagesOf(path, 'rss')).flatMap((page) => parseRssFeed(page).items ?? []);
      expect(rss.map(({ guid }) => guid?.value)).toEqual(ids);
      const feeds = (await pagesOf(path, 'jsonfeed')).flatMap((page) => parseJsonFeed(page).items ?? []);
      expect(feeds.map(({ id }) => id)).toEqual(ids);

      for (const [index, row] of json.entries()) {
        expect(withoutApostrophe(csv[index]?.title)).toBe(row.title);
        expect(csv[index]?.url).toBe(row.url ?? '');
        const link = row.url?.startsWith('https:') ? row.url : undefined;
        expect([rss[index]?.link, feeds[index]?.url]).toEqual([link, link]);
        const published = row.publishedAt ?? null;
        expect(new Date(rss[index]?.pubDate ?? 0).getTime()).toBe(published ? Date.parse(published) : 0);
        expect(feeds[index]?.date_published ?? null).toBe(published);
        expect(rss[index]?.title).toBe(feeds[index]?.title);
      }
      if (list !== 'statements') return;
      for (const [index, row] of json.entries()) {
        const text = String(row.text);
        expect(withoutApostrophe(csv[index]?.text)).toBe(withoutControlCharacters(text));
        expect(ndjson[index].text).toBe(text);
        expect(visible(feeds[index]?.content_text ?? '')).toContain(visible(text));
        expect(withoutControlCharacters(ndjson[index].context)).toBe(withoutApostrophe(csv[index]?.context));
      }
    },
  );

  test('read back through the own parser', async () => {
    const path = `/v1/${list}?limit=50`;
    const json = (await query.get(path)).body.data as Record<string, string>[];
    for (const format of ['rss', 'jsonfeed']) {
      const [page = ''] = await pagesOf(path, format);
      const document = await parseFeed(Buffer.from(page));
      expect([document.format, document.warnings]).toEqual([format === 'rss' ? 'rss' : 'json', []]);
      expect(document.entries).toHaveLength(json.length);
      for (const [index, entry] of document.entries.entries()) {
        const row = json[index];
        if (list !== 'dates') expect(entry.guid).toBe(row?.id);
        expect(entry.published?.value ?? null).toBe(row?.publishedAt ?? null);
        if (list === 'statements') {
          const words = entry.contentHtml === null ? (entry.summary ?? '') : htmlToText(entry.contentHtml);
          expect(visible(words)).toContain(visible(row?.text ?? ''));
        }
      }
    }
  });
});

test('a statement comes with its sentence and link, and never with the text of its article', async () => {
  const [page = ''] = await pagesOf('/v1/statements?feed=harbour-post', 'ndjson');
  const [first] = linesOf(page);
  expect(first.context).toContain('said Ada Okonkwo.');
  expect(first).not.toHaveProperty('contentText');
  expect((await query.get('/v1/statements')).body.data[0]).not.toHaveProperty('context');
  const { body } = await query.get('/v1/statements?fields=id,context');
  expect(Object.keys(body.data[0])).toEqual(['id', 'context']);
  const [items = ''] = await pagesOf('/v1/items?feed=harbour-post', 'rss');
  expect(items.length).toBeLessThan(2_500);
});

test('no cell of CSV begins as a formula does', async () => {
  const [page = ''] = await pagesOf('/v1/statements?limit=50', 'csv');
  const cells = (parseCsv(page) as string[][]).flat();
  expect(cells).toContain(`'${HOSTILE}`);
  expect(cells).toContain("'@Jo, Bell");
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
});
