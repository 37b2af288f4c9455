import { describe, expect, test } from 'vitest';
import { createPoliteFetcher } from '../../../lambda/fetch/polite-fetcher.ts';
import { failure, fetcherFor, serve } from './support.ts';

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
});
