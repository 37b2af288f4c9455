import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../../lambda/parse/parse-feed.ts';
import { failure, fetcherFor, serve, serveRaw } from './support.ts';

const item = (n: number): string =>
  `<item><guid>${n}</guid><title>Entry ${n}</title><description>Řeka stoupá.</description></item>`;
const FEED = `<rss version="2.0"><channel><title>Tides</title>${[1, 2, 3].map(item).join('')}</channel></rss>`;
const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Tides',
  items: [1, 2, 3].map((id) => ({ id: `${id}`, title: `Entry ${id}`, content_text: 'a' })),
});
const titles = async (body: Uint8Array) => (await parseFeed(body)).entries.map(({ title }) => title);
const ALL = ['Entry 1', 'Entry 2', 'Entry 3'];

describe('packed or not', () => {
  test.each<[string, string | undefined, Uint8Array]>([
    ['gzip without a word', undefined, gzipSync(FEED)],
    ['gzip that is called utf-8', 'utf-8', gzipSync(FEED)],
    ['gzip twice', 'gzip', gzipSync(gzipSync(FEED))],
    ['gzip of JSON without a word', undefined, gzipSync(JSON_FEED)],
    ['plain text that is called utf-8', 'utf-8', Buffer.from(FEED)],
    ['plain text that is called none', 'none', Buffer.from(FEED)],
    ['plain text that is called identity', 'identity', Buffer.from(FEED)],
    ['plain text that is called gzip', 'gzip', Buffer.from(FEED)],
    ['plain text behind a mark that is called gzip', 'x-gzip', Buffer.from(`\uFEFF${FEED}`)],
    ['plain JSON that is called br', 'br', Buffer.from(JSON_FEED)],
    ['plain text that is called deflate', 'deflate', Buffer.from(`\n ${FEED}`)],
    ['plain text that is called by no name', 'x-secret', Buffer.from(FEED)],
    ['what is called gzip and is br, told in two headers', 'br, utf-8', brotliCompressSync(FEED)],
  ])('%s', async (_name, encoding, body) => {
    const base = await serve((_request, response) => {
      if (encoding !== undefined) response.setHeader('Content-Encoding', encoding);
      response.end(body);
    });
    const answer = await fetcherFor().fetch({ url: base });
    expect([await titles(answer.body), answer.isCut]).toEqual([ALL, false]);
  });

  test('bytes that are neither packed so nor text are told', async () => {
    const base = await serve(
      (_request, response) => void response.setHeader('Content-Encoding', 'gzip').end('\x00\x01\x02'),
    );
    expect(await failure(fetcherFor().fetch({ url: base }))).toMatchObject({ code: 'decompress' });
  });
});

describe('a body that breaks off', () => {
  const cut = FEED.slice(0, FEED.indexOf('Entry 3') + 4);
  const packed = gzipSync(FEED + '<!-- -->'.repeat(5_000));
  const chunk = (bytes: Uint8Array) =>
    Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);
  test.each<[string, string, Uint8Array, string[]]>([
    ['in a chunk', 'Transfer-Encoding: chunked', chunk(Buffer.from(cut)), ['Entry 1', 'Entry 2']],
    ['within the bytes of a chunk', 'Transfer-Encoding: chunked', Buffer.from(`fff\r\n${cut}`), ['Entry 1', 'Entry 2']],
    ['before its announced length', 'Content-Length: 5000', Buffer.from(cut), ['Entry 1', 'Entry 2']],
    [
      'behind its announced length',
      `Content-Length: ${Buffer.byteLength(cut)}`,
      Buffer.from(FEED),
      ['Entry 1', 'Entry 2'],
    ],
    ['packed', 'Content-Encoding: gzip\r\nContent-Length: 9000', packed.subarray(0, packed.length - 12), ALL],
    [
      'in JSON',
      'Content-Length: 5000',
      Buffer.from(JSON_FEED.slice(0, JSON_FEED.indexOf('Entry 3'))),
      ['Entry 1', 'Entry 2'],
    ],
  ])('%s keeps the whole entries that came, with a warning', async (_name, header, body, expected) => {
    const base = await serveRaw((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\n${header}\r\n\r\n`);
      socket.end(body);
    });
    const answer = await fetcherFor().fetch({ url: base });
    const { entries, warnings } = await parseFeed(answer.body);
    expect(entries.map(({ title }) => title)).toEqual(expected);
    expect(answer.isCut || warnings.some(({ code }) => code === 'truncated')).toBe(true);
  });

  test('before anything came is an error', async () => {
    const base = await serveRaw((socket) => void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n'));
    expect(await failure(fetcherFor().fetch({ url: base }))).toMatchObject({ code: 'connection' });
  });

  test('a part that nobody asked for is no feed', async () => {
    const base = await serve((_request, response) => void response.writeHead(206).end(FEED));
    expect(await failure(fetcherFor().fetch({ url: base }))).toMatchObject({ code: 'http-status', status: 206 });
  });
});

describe('a cookie that a redirect sets', () => {
  /** A site that answers with its feed once the cookie comes back. */
  const wall = async (setCookie: string[], wanted: string) => {
    const seen: (string | undefined)[] = [];
    const base = await serve((request, response) => {
      seen.push(request.headers.cookie);
      if (request.headers.cookie === wanted) response.end(FEED);
      else response.writeHead(302, { Location: request.url ?? '/', 'Set-Cookie': setCookie }).end();
    });
    return { base, seen };
  };

  test.each<[string, string[], string]>([
    ['one', ['seen=1; Path=/; HttpOnly'], 'seen=1'],
    ['two', ['a=1', 'b=x y; Max-Age=60'], 'a=1; b=x y'],
    ['one that needs https beside', ['a=1', 'b=2; Secure'], 'a=1'],
    ['one set twice', ['a=1', 'a=2'], 'a=2'],
  ])('%s, is sent back, also to the same address', async (_name, setCookie, wanted) => {
    const { base, seen } = await wall(setCookie, wanted);
    const fetcher = fetcherFor();
    expect((await fetcher.fetch({ url: `${base}/feed` })).status).toBe(200);
    await fetcher.fetch({ url: `${base}/feed` });
    // Forgotten when the fetch is over.
    expect(seen).toEqual([undefined, wanted, undefined, wanted]);
  });

  test('is not told to another host, and comes back to its own', async () => {
    const seen: [string, string | undefined][] = [];
    const other = await serve((request, response) => {
      seen.push(['other', request.headers.cookie]);
      response.writeHead(302, { Location: `${first}/end` }).end();
    });
    const first = await serve((request, response) => {
      seen.push(['first', request.headers.cookie]);
      if (request.url === '/end') response.end(FEED);
      else response.writeHead(302, { Location: other, 'Set-Cookie': 'id=7' }).end();
    });
    await fetcherFor().fetch({ url: `${first}/start` });
    expect(seen).toEqual([
      ['first', undefined],
      ['other', undefined],
      ['first', 'id=7'],
    ]);
  });

  test('does not make an endless way of redirects', async () => {
    let count = 0;
    const base = await serve((request, response) => {
      response.writeHead(302, { Location: request.url ?? '/', 'Set-Cookie': `n=${count++}` }).end();
    });
    expect(await failure(fetcherFor().fetch({ url: base }))).toMatchObject({ code: 'redirect-loop' });
    expect(count).toBe(6);
  });
});
