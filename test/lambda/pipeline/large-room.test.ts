import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { LARGE_BYTES } from '../../../lambda/fetch/settings.ts';
import { createLargeRoom } from '../../../lambda/pipeline/large-room.ts';
import { fetcherFor, serveEverywhere } from '../fetch/support.ts';

const LARGE = Buffer.alloc(2 * LARGE_BYTES, 'x');
const SMALL = Buffer.alloc(LARGE_BYTES / 2, 'x');

/** A server of hosts that answer by their path; each request is told. */
async function hosts(listener: RequestListener): Promise<(host: number, path: string) => string> {
  const { port } = new URL(await serveEverywhere(listener));
  return (host, path) => `http://127.0.2.${host}:${port}/${path}`;
}

const bySize: RequestListener = (request, response) => void response.end(request.url === '/large' ? LARGE : SMALL);

/** A promise, and what fulfils it. */
function signal(): { promise: Promise<void>; give(): void } {
  let give = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { promise, give };
}

test('one large body is held at a time until the work on it is over; small ones pass, and none is lost', async () => {
  const url = await hosts(bySize);
  let tidied = 0;
  const room = createLargeRoom(() => void tidied++);
  const fetcher = fetcherFor();
  let [held, most] = [0, 0];
  const sizes = await Promise.all(
    [1, 2, 3, 4, 5].map((host) =>
      room(fetcher, async (own) => {
        const { body } = await own.fetch({ url: url(host, 'large') });
        most = Math.max(most, ++held);
        const small = await room(
          fetcher,
          async (other) => (await other.fetch({ url: url(host, 'small') })).body.length,
        );
        expect(small).toBe(SMALL.length);
        held--;
        return body.length;
      }),
    ),
  );
  expect(sizes).toEqual(Array(5).fill(LARGE.length));
  expect(most).toBe(1);
  expect(tidied).toBe(5);
});

test('waiting for room is no time of the fetch, and a server that hung up meanwhile is asked again', async () => {
  const asked = new Map<string | undefined, number>();
  const url = await hosts((request, response) => {
    const times = (asked.get(request.url) ?? 0) + 1;
    asked.set(request.url, times);
    if (request.url !== '/impatient' || times > 1) response.end(LARGE);
    else {
      response.writeHead(200, { 'Content-Length': LARGE.length }).write(SMALL);
      setTimeout(() => response.destroy(), 100);
    }
  });
  const room = createLargeRoom(() => undefined);
  const fetcher = fetcherFor({ timeoutMilliseconds: 400 });
  const [inside, over] = [signal(), signal()];
  const first = room(fetcher, async (own) => {
    await own.fetch({ url: url(1, 'first') });
    inside.give();
    await over.promise;
  });
  await inside.promise;
  const waiting = ['patient', 'impatient'].map((path, host) =>
    room(fetcher, async (own) => (await own.fetch({ url: url(host + 2, path) })).body.length),
  );
  setTimeout(over.give, 900);
  await first;
  expect(await Promise.all(waiting)).toEqual([LARGE.length, LARGE.length]);
  expect(asked).toEqual(
    new Map([
      ['/first', 1],
      ['/patient', 1],
      ['/impatient', 2],
    ]),
  );
});

test('whoever fails, or fetches something else, gives the room back', async () => {
  const url = await hosts((request, response) => {
    if (request.url === '/broken') response.writeHead(200, { 'Content-Length': 5 * LARGE_BYTES }).write(LARGE);
    else bySize(request, response);
  });
  const room = createLargeRoom(() => undefined);
  const fetcher = fetcherFor();
  const impatient = fetcherFor({ timeoutMilliseconds: 200 });
  const end = signal();
  onTestFinished(end.give);
  const codes = await room(impatient, async (own) => {
    const error = await own.fetch({ url: url(1, 'broken') }).catch(({ code }) => code);
    void room(fetcher, async (other) => {
      await other.fetch({ url: url(2, 'large') });
      await other.fetch({ url: url(2, 'small') });
      await end.promise;
    });
    return [error, (await own.fetch({ url: url(3, 'large') }).catch(({ code }) => code)).status];
  });
  expect(codes).toEqual(['timeout', 200]);
  const { body } = await room(fetcher, (own) => own.fetch({ url: url(4, 'large') }));
  expect(body.length).toBe(LARGE.length);
});

test('whoever is late while a body is unpacked leaves nothing behind that keeps others out', async () => {
  const packed = gzipSync(gzipSync(Buffer.alloc(14 * LARGE_BYTES)));
  const url = await hosts((_request, response) => {
    response.writeHead(200, { 'Content-Encoding': 'gzip, gzip' }).end(packed);
  });
  const room = createLargeRoom(() => undefined);
  for (let milliseconds = 1; milliseconds <= 40; milliseconds++) {
    const hurried = fetcherFor({ timeoutMilliseconds: milliseconds });
    await room(hurried, (own) => own.fetch({ url: url(1, 'packed') })).catch(() => undefined);
  }
  const { body } = await room(fetcherFor(), (own) => own.fetch({ url: url(1, 'packed') }));
  expect(body.length).toBe(14 * LARGE_BYTES);
});
