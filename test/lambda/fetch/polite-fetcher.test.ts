import { describe, expect, test } from 'vitest';
import { createPoliteFetcher } from '../../../lambda/fetch/polite-fetcher.ts';
import { failure, fetcherFor, serve, serveEverywhere } from './support.ts';

/** A clock that only `delay` moves. */
function turnedClock() {
  const waits: number[] = [];
  let time = 0;
  return {
    waits,
    clock: { now: () => time },
    delay: async (milliseconds: number) => {
      waits.push(milliseconds);
      time += milliseconds;
    },
  };
}

describe('createPoliteFetcher', () => {
  test('asks a host for one thing at a time, a second apart', async () => {
    let open = 0;
    let most = 0;
    const base = await serve((_request, response) => {
      most = Math.max(most, ++open);
      response.on('finish', () => open--);
      setTimeout(() => response.end('x'), 15);
    });
    const { clock, delay, waits } = turnedClock();
    const fetcher = createPoliteFetcher(fetcherFor(), { clock, delay });
    await Promise.all([1, 2, 3].map((count) => fetcher.fetch({ url: `${base}/${count}` })));
    expect(most).toBe(1);
    expect(waits).toEqual([1_000, 1_000]);
  });

  test('keeps a longer distance behind a request that asks for it, also at the end', async () => {
    const base = await serve((_request, response) => void response.end('x'));
    const { clock, delay, waits } = turnedClock();
    const fetcher = createPoliteFetcher(fetcherFor(), { clock, delay });
    await fetcher.fetch({ url: `${base}/robots.txt` });
    await fetcher.fetch({ url: `${base}/1`, gapMilliseconds: 5_000 });
    await fetcher.fetch({ url: `${base}/2`, gapMilliseconds: 5 });
    await fetcher.fetch({ url: `${base}/3`, gapMilliseconds: 4_000 });
    await fetcher.rest();
    expect(waits).toEqual([1_000, 5_000, 1_000, 4_000]);
  });

  test('rests no longer than until somebody may come', async () => {
    const base = await serve((_request, response) => void response.end('x'));
    const { clock, delay, waits } = turnedClock();
    const fetcher = createPoliteFetcher(fetcherFor(), { clock, delay });
    await fetcher.fetch({ url: `${base}/1`, gapMilliseconds: 5_000 });
    await fetcher.rest(6_000);
    expect(waits).toEqual([]);
    await fetcher.rest(2_000);
    expect(waits).toEqual([3_000]);
  });

  test('hosts do not wait for each other', async () => {
    let release: () => void = () => {};
    let arrive: () => void = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const base = await serve((request, response) => {
      if (request.url === '/slow') {
        release = () => void response.end('x');
        arrive();
      } else {
        response.end('x');
        release();
      }
    });
    const { clock, delay, waits } = turnedClock();
    const fetcher = createPoliteFetcher(fetcherFor({ allowHosts: ['127.0.0.1', 'localhost'] }), { clock, delay });
    const slow = fetcher.fetch({ url: `${base}/slow` });
    await arrived;
    await fetcher.fetch({ url: `${base.replace('127.0.0.1', 'localhost')}/quick` });
    await slow;
    expect(waits).toEqual([]);
  });

  test('an error is handed on, and the next request still waits its second', async () => {
    const base = await serve((_request, response) => void response.writeHead(500).end());
    const { clock, delay, waits } = turnedClock();
    const fetcher = createPoliteFetcher(fetcherFor(), { clock, delay });
    const first = failure(fetcher.fetch({ url: base }));
    const second = failure(fetcher.fetch({ url: base }));
    expect((await first).code).toBe('http-status');
    expect((await second).code).toBe('http-status');
    expect(waits).toEqual([1_000]);
  });

  test('a host that a redirect leads to is asked in its turn, too', async () => {
    const base = await serveEverywhere((request, response) => {
      if (request.url === '/away') response.writeHead(302, { Location: `${other}/end` }).end();
      else response.end('end');
    });
    const other = base.replace('127.0.0.1', '127.0.0.2');
    const { clock, delay, waits } = turnedClock();
    const fetcher = createPoliteFetcher(fetcherFor(), { clock, delay });
    await fetcher.fetch({ url: `${other}/first` });
    await fetcher.fetch({ url: `${base}/away` });
    expect(waits).toEqual([1_000]);
    await fetcher.fetch({ url: `${base}/away` });
    expect(waits).toEqual([1_000, 1_000]);
  });

  test('waiting for a turn takes nothing from the time of the fetch', async () => {
    const base = await serve((_request, response) => void response.end('x'));
    const { clock } = turnedClock();
    const delay = () => new Promise<void>((resolve) => setTimeout(resolve, 400));
    const fetcher = createPoliteFetcher(fetcherFor({ timeoutMilliseconds: 300 }), { clock, delay });
    await fetcher.fetch({ url: base });
    expect((await fetcher.fetch({ url: base })).status).toBe(200);
  });

  test('a turn that is refused is given back, and nobody waits for what was not asked', async () => {
    const base = await serve((_request, response) => void response.end('x'));
    const { clock, delay, waits } = turnedClock();
    const fetcher = createPoliteFetcher(fetcherFor(), { clock, delay });
    const turn = () => Promise.reject(new TypeError('not now'));
    await expect(fetcher.fetch({ url: base, turn })).rejects.toThrow('not now');
    await fetcher.rest();
    expect((await fetcher.fetch({ url: base })).status).toBe(200);
    expect(waits).toEqual([]);
    for (let n = 0; n < 3; n++) await expect(fetcher.fetch({ url: base, turn })).rejects.toThrow('not now');
    expect(waits).toEqual([1_000]);
  });

  test('rest lasts until every host may be asked again', async () => {
    const base = await serve((_request, response) => void response.end('x'));
    const { clock, delay, waits } = turnedClock();
    const fetcher = createPoliteFetcher(fetcherFor(), { clock, delay });
    await fetcher.rest();
    expect(waits).toEqual([]);
    await fetcher.fetch({ url: base });
    await fetcher.rest();
    expect(waits).toEqual([1_000]);
    await fetcher.rest();
    expect(waits).toEqual([1_000]);
  });
});
