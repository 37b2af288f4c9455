import { Readable } from 'node:stream';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { LARGE_BYTES } from '../../../lambda/fetch/settings.ts';
import { InterruptedError } from '../../../lambda/model/errors.ts';
import type { FetchStep } from '../../../lambda/model/feed-trial.ts';
import { failure, fetcherFor, NOW, serve, serveRaw } from './support.ts';

const FEED = '<rss version="2.0"><channel><title>Harbour Gazette</title></channel></rss>';

describe('a good answer', () => {
  test('comes with body, headers and validators', async () => {
    const base = await serve((_request, response) => {
      response.setHeader('ETag', '"v1"').setHeader('Last-Modified', 'Sun, 05 May 2024 10:00:00 GMT');
      response.setHeader('Set-Cookie', ['a=1', 'b=2']).end(FEED);
    });
    const answer = await fetcherFor().fetch({ url: `${base}/feed#top` });
    expect(answer).toMatchObject({
      status: 200,
      notModified: false,
      url: `${base}/feed`,
      movedTo: null,
      etag: '"v1"',
      lastModified: 'Sun, 05 May 2024 10:00:00 GMT',
    });
    expect(answer.headers['set-cookie']).toBe('a=1, b=2');
    expect(Buffer.from(answer.body).toString()).toBe(FEED);
  });

  test('is asked for honestly', async () => {
    const base = await serve((request, response) => void response.end(JSON.stringify(request.headers)));
    const answer = await fetcherFor().fetch({ url: base });
    expect(JSON.parse(Buffer.from(answer.body).toString())).toMatchObject({
      'user-agent': 'Dateline/0.2.0 (+https://github.com/dateline/dateline; desk@news.example)',
      accept: expect.stringContaining('application/rss+xml'),
      'accept-encoding': expect.stringMatching(/^gzip, deflate, br/),
    });
  });

  test.each([
    ['gzip', gzipSync(FEED)],
    ['x-gzip', gzipSync(FEED)],
    ['deflate', deflateSync(FEED)],
    ['deflate', deflateRawSync(FEED)],
    ['br', brotliCompressSync(FEED)],
    ['gzip, br', brotliCompressSync(gzipSync(FEED))],
    ['identity', Buffer.from(FEED)],
  ])('is unpacked from %s', async (encoding, bytes) => {
    const base = await serve((_request, response) => void response.setHeader('Content-Encoding', encoding).end(bytes));
    const answer = await fetcherFor().fetch({ url: base });
    expect(Buffer.from(answer.body).toString()).toBe(FEED);
  });

  test('uses one connection for several requests, and another once the server has closed it', async () => {
    const ports: (number | undefined)[] = [];
    const base = await serve((request, response) => {
      ports.push(request.socket.remotePort);
      response.end(FEED);
      if (ports.length === 2) response.on('finish', () => request.socket.destroySoon());
    });
    const fetcher = fetcherFor();
    for (let count = 0; count < 3; count++) expect((await fetcher.fetch({ url: base })).status).toBe(200);
    expect(ports[1]).toBe(ports[0]);
    expect(ports[2]).not.toBe(ports[0]);
  });
});

describe('validators', () => {
  const conditional = () =>
    serve((request, response) => {
      const known = request.headers['if-none-match'] === '"v1"' && request.headers['if-modified-since'] === 'then';
      if (known) response.writeHead(304, { ETag: '"v1"' }).end();
      else response.end(FEED);
    });

  test('bring a 304 without a body', async () => {
    const answer = await fetcherFor().fetch({ url: await conditional(), etag: '"v1"', lastModified: 'then' });
    expect(answer).toMatchObject({ status: 304, notModified: true, etag: '"v1"' });
    expect(answer.body).toHaveLength(0);
  });

  test('that would break the header are not sent', async () => {
    const answer = await fetcherFor().fetch({ url: await conditional(), etag: '"v1"\r\nX: y', lastModified: 'then' });
    expect(answer.status).toBe(200);
  });

  test('a 304 that nobody asked for is an error', async () => {
    const base = await serve((_request, response) => void response.writeHead(304).end());
    expect(await failure(fetcherFor().fetch({ url: base }))).toMatchObject({ code: 'http-status', status: 304 });
  });
});

describe('answers that are no feed', () => {
  test.each([
    [410, {}, 'gone', null],
    [401, {}, 'blocked', null],
    [403, {}, 'blocked', null],
    [503, { 'cf-mitigated': 'challenge' }, 'blocked', null],
    [200, { 'cf-mitigated': 'challenge' }, 'blocked', null],
    [202, { 'x-amzn-waf-action': 'challenge' }, 'blocked', null],
    [429, { 'x-vercel-mitigated': 'challenge' }, 'blocked', null],
    [404, { 'retry-after': '60' }, 'http-status', null],
    [500, {}, 'http-status', null],
    [302, {}, 'http-status', null],
    [429, { 'retry-after': '120' }, 'http-status', 120],
    [429, {}, 'http-status', null],
    [503, { 'retry-after': new Date(NOW + 90_000).toUTCString() }, 'http-status', 90],
    [503, { 'retry-after': new Date(NOW - 90_000).toUTCString() }, 'http-status', 0],
    [503, { 'retry-after': 'soon' }, 'http-status', null],
  ])('%i %j is %s', async (status, headers, code, retryAfterSeconds) => {
    const base = await serve((_request, response) => void response.writeHead(status, headers).end('no'));
    const error = await failure(fetcherFor().fetch({ url: `${base}/news.xml` }));
    expect(error).toMatchObject({ code, status, retryAfterSeconds, host: '127.0.0.1' });
    expect(error.message).toContain(`${base}/news.xml`);
  });

  test('a server that is not there', async () => {
    const error = await failure(fetcherFor().fetch({ url: 'http://127.0.0.1:1/' }));
    expect(error).toMatchObject({ code: 'connection' });
    expect(error.message).toContain('refuses the connection');
  });

  test('a name that no host can have', async () => {
    const url = `http://${'a'.repeat(64)}.invalid/`;
    expect(await failure(fetcherFor().fetch({ url }))).toMatchObject({ code: 'dns' });
  });

  test('a server that speaks no TLS', async () => {
    const base = await serveRaw((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'));
    const error = await failure(fetcherFor().fetch({ url: base.replace('http:', 'https:') }));
    expect(error).toMatchObject({ code: 'tls' });
  });

  test.each(['', 'news', 'ftp://127.0.0.1/', 'file:///etc/passwd', 'javascript:alert(1)', 'http://', 'data:,x'])(
    '%j is no web address',
    async (url) => {
      expect(await failure(fetcherFor().fetch({ url }))).toMatchObject({ code: 'bad-url' });
    },
  );
});

describe('addresses with credentials', () => {
  test.each(['http://reader:secret@127.0.0.1/', 'https://reader@news.example/feed', 'http://:secret@news.example/'])(
    '%s is refused before anything is asked, and the message does not repeat them',
    async (url) => {
      const error = await failure(fetcherFor().fetch({ url }));
      expect(error).toMatchObject({ code: 'bad-url' });
      expect(error.message).toContain('user name or a password');
      expect(error.message).not.toMatch(/reader|secret/);
    },
  );
});

describe('the steps of a fetch', () => {
  test('are told in their order, redirects and lookups included', async () => {
    const base = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(301, { Location: `${named}/new` }).end();
      else response.end(FEED);
    });
    const named = base.replace('127.0.0.1', 'localhost');
    const steps: FetchStep[] = [];
    const fetcher = fetcherFor({ allowHosts: ['127.0.0.0/8', 'localhost'] });
    await fetcher.fetch({ url: `${base}/old`, onStep: (step) => void steps.push(step) });
    expect(steps).toMatchObject([
      { kind: 'asked', url: `${base}/old` },
      { kind: 'answered', status: 301, address: '127.0.0.1' },
      { kind: 'redirected', to: `${named}/new` },
      { kind: 'asked', url: `${named}/new` },
      {
        kind: 'looked-up',
        host: 'localhost',
        addresses: expect.arrayContaining([{ address: '127.0.0.1', allowed: true }]),
      },
      { kind: 'answered', status: 200 },
    ]);
  });

  test('end where an error ends them', async () => {
    const base = await serve((_request, response) => void response.writeHead(500).end());
    const steps: FetchStep[] = [];
    await failure(fetcherFor().fetch({ url: base, onStep: (step) => void steps.push(step) }));
    expect(steps.map(({ kind }) => kind)).toEqual(['asked', 'answered']);
  });
});

describe('a large body', () => {
  const large = Buffer.alloc(LARGE_BYTES + 1, 'news ');
  const nearly = large.subarray(1);

  test.each([
    ['with its length', large, { 'Content-Length': large.length }, [large.length]],
    ['in chunks', large, { 'Transfer-Encoding': 'chunked' }, [null]],
    ['compressed, a few KB on the wire', gzipSync(large), { 'Content-Encoding': 'gzip' }, [null]],
    ['compressed without a word', gzipSync(large, { level: 0 }), {}, [null]],
    ['compressed twice', gzipSync(gzipSync(large)), { 'Content-Encoding': 'gzip, gzip' }, [null]],
    ['of just a megabyte', nearly, {}, []],
    ['of just a megabyte, compressed', brotliCompressSync(nearly), { 'Content-Encoding': 'br' }, []],
  ])(
    '%s is asked for once, with its length where that is known, and comes whole',
    async (_name, bytes, headers, expected) => {
      const base = await serve((_request, response) => void response.writeHead(200, { ...headers }).end(bytes));
      const asked: (number | null)[] = [];
      const beforeLargeBody = async (length: number | null) => void asked.push(length);
      const { body } = await fetcherFor().fetch({ url: base, beforeLargeBody });
      expect(asked).toEqual(expected);
      expect(Buffer.compare(body, expected.length === 1 ? large : nearly)).toBe(0);
    },
  );

  test('stays in its socket until there is room', async () => {
    const chunks = 140;
    let sent = 0;
    const base = await serve((_request, response) => {
      const pieces = function* () {
        for (sent = 0; sent < chunks; sent++) yield Buffer.alloc(100_000, 'x');
      };
      Readable.from(pieces()).pipe(response);
    });
    let meanwhile = 0;
    const beforeLargeBody = async () => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      meanwhile = sent;
    };
    const { body } = await fetcherFor().fetch({ url: base, beforeLargeBody });
    expect(body.length).toBe(chunks * 100_000);
    // The rest of what was sent lies in the sockets of both ends.
    expect(meanwhile).toBeGreaterThan(0);
    expect(meanwhile).toBeLessThan(chunks);
  });
});

describe('a fetch that waits for others', () => {
  const large = Buffer.alloc(2 * LARGE_BYTES, 'news ');
  const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 600));

  test('takes no time of its own', async () => {
    const base = await serve((_request, response) => void response.end(large));
    const { body } = await fetcherFor({ timeoutMilliseconds: 400 }).fetch({ url: base, beforeLargeBody: soon });
    expect(body.length).toBe(large.length);
  });

  test('is interrupted, not failed, where the server hangs up meanwhile', async () => {
    const base = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Length': large.length }).write(large.subarray(0, LARGE_BYTES));
      setTimeout(() => response.destroy(), 100);
    });
    const fetching = fetcherFor().fetch({ url: base, beforeLargeBody: soon });
    await expect(fetching).rejects.toMatchObject({ name: 'InterruptedError', code: 'interrupted' });
  });

  test('is interrupted at once when its signal is aborted, before and during the answer', async () => {
    const base = await serve((_request, response) => void response.writeHead(200).write('never more'));
    const fetcher = fetcherFor();
    const stop = new AbortController();
    const fetching = fetcher.fetch({ url: base, signal: stop.signal });
    setTimeout(() => stop.abort(), 50);
    await expect(fetching).rejects.toThrow(InterruptedError);
    await expect(fetcher.fetch({ url: base, signal: AbortSignal.abort() })).rejects.toThrow(InterruptedError);
  });

  test('reads no more than the request allows', async () => {
    const base = await serve((_request, response) => void response.end(large));
    expect(await failure(fetcherFor().fetch({ url: base, maxBodyBytes: LARGE_BYTES }))).toMatchObject({
      code: 'too-large',
    });
  });
});
