import { afterEach, describe, expect, test } from 'vitest';
import { extract } from '../../lambda/extract/extract.ts';
import { extractPage } from '../../lambda/fulltext/extract-page.ts';
import type { Feed } from '../../lambda/model/feed.ts';
import { readDocument } from '../../lambda/pipeline/read-document.ts';
import { createReader, type Reader, type ReaderLimits } from '../../local/reader.ts';

const inputs = Array.from({ length: 6 }, (_, number) => ({
  text: `“We opened ferry ${number} today,” said harbour master Ida Holt. The next one sails on 3 May 2027.`,
  title: `Ferry ${number}`,
  publishedAt: '2026-11-03T10:00:00Z',
  fetchedAt: '2026-11-03T11:00:00Z',
  language: 'en',
}));
const [first] = inputs as [(typeof inputs)[0]];
const long = (megabytes: number) => ({ ...first, text: first.text.repeat(Math.ceil((megabytes * 1e6) / 98)) });

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const entry = (n: number): string =>
  `<item><guid>${n}</guid><title>Tide ${n}</title><description>High.</description></item>`;
const feedOf = (entries: number): Uint8Array =>
  encode(
    `<rss version="2.0"><channel><title>Tides</title>${Array.from({ length: entries }, (_, n) => entry(n)).join('')}</channel></rss>`,
  );
const feed: Feed = {
  ...{ id: 'tides', url: 'https://tides.example/feed', title: 'Tides', siteUrl: null, folder: null, tags: [] },
  ...{ paused: false, createdAt: '2026-11-03T10:00:00.000Z', fullText: 'never' as const },
};
const context = {
  ...{ feed, url: feed.url, headers: {}, fetchedAt: '2026-11-03T11:00:00.000Z' as const },
  listed: new Set(['x']),
};

let reader: Reader;
const open = (limits: ReaderLimits): Reader => {
  reader = createReader(limits);
  return reader;
};
afterEach(() => reader.rest());

test('few texts are read here, and no thread is started', async () => {
  const { extract: read, isThreaded } = open({ startedAfter: inputs.length });
  expect(await Promise.all(inputs.map(read))).toEqual(inputs.map(extract));
  expect(isThreaded()).toBe(false);
});

test('many texts are read by a thread, each to what it gives here, also those under way when it ends, and those after it', async () => {
  const { extract: read, isThreaded, rest } = open({ startedAfter: 0 });
  await expect.poll(async () => (await read(first)) && isThreaded(), { timeout: 20_000 }).toBe(true);
  expect(await Promise.all(inputs.map(read))).toEqual(inputs.map(extract));

  const underWay = inputs.map(read);
  await rest();
  expect(isThreaded()).toBe(false);
  expect(await Promise.all(underWay)).toEqual(inputs.map(extract));
  expect(await read(first)).toEqual(extract(first));
});

describe('what is large is read in the thread', () => {
  test('to what it gives here: texts, documents, pages', async () => {
    const { extract: read, readDocument: document, readPage, isThreaded } = open({});
    expect(await read(long(0.03))).toEqual(extract(long(0.03)));
    expect(isThreaded()).toBe(true);
    const bytes = feedOf(4_000);
    expect(await document(bytes, context)).toEqual(await readDocument(bytes, context));
    const page = encode(`<html><body><article>${`<p>${first.text}</p>`.repeat(3_000)}</article></body></html>`);
    const where = { url: 'https://tides.example/1', headers: {}, title: '', teaser: first.text };
    expect(await readPage(page, where)).toEqual(extractPage(page, where));
  });

  test('and its errors are those of the stage', async () => {
    const { readDocument: document } = open({});
    await expect(document(encode(`<html>${'<p>no feed'.repeat(30_000)}`), context)).rejects.toMatchObject({
      name: 'FeedParseError',
      code: 'not-a-feed',
    });
  });
});

describe('what takes too much ends the thread, and nothing else', () => {
  test('of time', async () => {
    const { extract: read, readDocument: document } = open({ milliseconds: 50 });
    const results = await Promise.allSettled([read(long(20)), read(long(0.021)), document(feedOf(3), context)]);
    expect(results).toMatchObject([
      { status: 'rejected', reason: { code: 'worker-stopped', message: expect.stringContaining('more than 0.05 s') } },
      { status: 'fulfilled' },
      { status: 'fulfilled' },
    ]);
  });

  test('of memory', async () => {
    const { extract: read, readDocument: document } = open({ megabytes: 40 });
    const results = await Promise.allSettled([document(feedOf(120_000), context), read(long(0.021))]);
    expect(results).toMatchObject([
      { status: 'rejected', reason: { code: 'worker-stopped', message: expect.stringContaining('memory') } },
      { status: 'fulfilled' },
    ]);
  });
});
