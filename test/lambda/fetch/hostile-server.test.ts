import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { failure, fetcherFor, serve, serveRaw } from './support.ts';

describe('size', () => {
  const limit = { maxBodyBytes: 1_000_000 };

  test('a gzip bomb is given up at the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000));
    expect(bomb.length).toBeLessThan(limit.maxBodyBytes);
    const base = await serve((_request, response) => void response.setHeader('Content-Encoding', 'gzip').end(bomb));
    const before = process.memoryUsage.rss();
    expect(await failure(fetcherFor(limit).fetch({ url: base }))).toMatchObject({ code: 'too-large' });
    expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000);
  });

  test('a bomb inside a bomb too', async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(50_000_000)));
    const base = await serve(
      (_request, response) => void response.setHeader('Content-Encoding', 'gzip, gzip').end(bomb),
    );
    expect(await failure(fetcherFor(limit).fetch({ url: base }))).toMatchObject({ code: 'too-large' });
  });

  test('a body that tells its size is not even begun', async () => {
    const base = await serveRaw((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\nx'));
    expect(await failure(fetcherFor(limit).fetch({ url: base }))).toMatchObject({ code: 'too-large' });
  });

  test('an endless body is cut off, and its connection with it', async () => {
    let closed: () => void = () => {};
    const over = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const base = await serve((_request, response) => {
      const more = (): void => void response.write(Buffer.alloc(65_536), (error) => !error && more());
      response.on('close', closed);
      more();
    });
    expect(await failure(fetcherFor(limit).fetch({ url: base }))).toMatchObject({ code: 'too-large' });
    await over;
  });

  test('a body of exactly the limit is read', async () => {
    const base = await serve((_request, response) => void response.end(Buffer.alloc(limit.maxBodyBytes)));
    expect((await fetcherFor(limit).fetch({ url: base })).body).toHaveLength(limit.maxBodyBytes);
  });

  test('a flood of headers', async () => {
    const base = await serveRaw((socket) => socket.write(`HTTP/1.1 200 OK\r\n${'X-More: of this\r\n'.repeat(10_000)}`));
    expect(await failure(fetcherFor().fetch({ url: base }))).toMatchObject({ code: 'too-large' });
  });
});

describe('time', () => {
  const quick = { timeoutMilliseconds: 300 };

  test.each([
    ['nothing at all', ''],
    ['half a header', 'HTTP/1.1 200 OK\r\nX-A: '],
    ['half a body', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc'],
    ['endless early hints', 'HTTP/1.1 103 Early Hints\r\n\r\n'],
  ])('a server that sends %s is left, and its socket closed', async (_name, start) => {
    let closed: () => void = () => {};
    const over = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const base = await serveRaw((socket) => {
      socket.once('close', closed);
      socket.write(start);
    });
    const error = await failure(fetcherFor(quick).fetch({ url: base }));
    expect(error).toMatchObject({ code: 'timeout' });
    expect(error.message).toContain('0.3 s');
    await over;
  });

  test('a slow drip does not hold the request open', async () => {
    let drops = 0;
    const base = await serve((_request, response) => {
      const timer = setInterval(() => {
        drops++;
        response.write('.');
      }, 20);
      response.on('close', () => clearInterval(timer));
    });
    expect(await failure(fetcherFor(quick).fetch({ url: base }))).toMatchObject({ code: 'timeout' });
    expect(drops).toBeGreaterThan(2);
  });

  test('redirects share one time limit', async () => {
    let hops = 0;
    const base = await serve((_request, response) => {
      setTimeout(() => response.writeHead(302, { Location: `/${++hops}` }).end(), 120);
    });
    expect(await failure(fetcherFor(quick).fetch({ url: base }))).toMatchObject({ code: 'timeout' });
  });
});

describe('broken answers', () => {
  const head = 'HTTP/1.1 200 OK\r\n';
  test.each([
    ['a Content-Length larger than the body', `${head}Content-Length: 10\r\n\r\nabc`, 'connection'],
    ['chunks without an end', `${head}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n`, 'connection'],
    ['no HTTP', 'SSH-2.0-OpenSSH_9.0\r\n', 'connection'],
    ['a Content-Length that is no number', `${head}Content-Length: ten\r\n\r\nabc`, 'connection'],
    ['nothing', '', 'connection'],
    [
      'an offer to change the protocol',
      'HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
      'connection',
    ],
    ['gzip that is none', `${head}Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc`, 'decompress'],
    ['an unknown packing', `${head}Content-Encoding: lzma\r\nContent-Length: 3\r\n\r\nabc`, 'decompress'],
  ])('%s', async (_name, answer, code) => {
    const base = await serveRaw((socket) => socket.end(answer));
    expect(await failure(fetcherFor().fetch({ url: base }))).toMatchObject({ code });
  });

  test('a reset half-way', async () => {
    const base = await serveRaw((socket) => {
      socket.write(`${head}Content-Length: 100\r\n\r\nabc`, () => socket.resetAndDestroy());
    });
    const error = await failure(fetcherFor().fetch({ url: base }));
    expect(error).toMatchObject({ code: 'connection' });
    expect(error.message).toContain('broke the connection off');
  });

  test('a Content-Length smaller than the body gives what it says, and the next request is clean', async () => {
    const base = await serveRaw((socket) => socket.write(`${head}Content-Length: 3\r\n\r\nabcdefghi`));
    const fetcher = fetcherFor();
    expect(Buffer.from((await fetcher.fetch({ url: base })).body).toString()).toBe('abc');
    expect(Buffer.from((await fetcher.fetch({ url: base })).body).toString()).toBe('abc');
  });
});
