import { describe, expect, test } from 'vitest';
import { isDue } from '../../../lambda/common/is-due.ts';
import { cacheSeconds } from '../../../lambda/schedule/cache-seconds.ts';
import { redeliveredState } from '../../../lambda/schedule/failed-state.ts';
import { heldBack, validatorsToSend } from '../../../lambda/schedule/state-moves.ts';
import { at, NOW, stateWith } from './support.ts';

const DAY = 24 * 60;

test.each([
  [0, 60],
  [2, 60],
  [5, 320],
  [20, DAY],
])(
  'a redelivered message tells that its worker stopped, and with %d errors before moves the feed %d minutes on',
  (errorCount, minutes) => {
    const before = stateWith({ errorCount, lastPollAt: at(-30) });
    expect(redeliveredState(before, NOW)).toEqual({
      ...before,
      ...{ status: 'failing', errorCount: errorCount + 1, failingSince: before.failingSince ?? NOW },
      ...{
        lastError: { code: 'worker-stopped', message: expect.stringContaining('stopped') },
        nextPollAt: at(minutes),
      },
    });
  },
);

test.each([
  [0, 30],
  [0.5, 32.5],
])('a feed of a held host comes after it, jitter %f, and tells why', (jitter, minutes) => {
  const before = stateWith();
  const heldBy = { feedId: 'f2', at: NOW, code: 'http-status', message: '429', status: 429, retryAfterSeconds: null };
  const host = { name: 'news.example', heldUntil: at(30), robots: null, heldBy };
  const held = { host: 'news.example', until: at(30), reason: '429' };
  expect(heldBack(before, host, jitter)).toEqual({ ...before, nextPollAt: at(minutes), held });
});

test.each([
  [null, false],
  [at(-1), true],
  [at(0), true],
  [at(1), false],
  [at(26.5 * 60), false],
  [at(28 * 60), true],
  [at(3 * 365 * DAY), true],
])('what waits for %s is due: %s', (moment, expected) => {
  expect(isDue(moment, NOW)).toBe(expected);
});

describe('validatorsToSend', () => {
  test.each([
    [at(0), '"1"', 'then'],
    [at(-8 * DAY + 1), '"1"', 'then'],
    [at(-8 * DAY), null, null],
    [at(DAY), null, null],
    [null, null, null],
  ])('since %s', (validatorsSince, etag, lastModified) => {
    const state = stateWith({ etag: '"1"', lastModified: 'then', validatorsSince });
    expect(validatorsToSend(state, NOW)).toEqual({ etag, lastModified });
  });
});

describe('cacheSeconds', () => {
  const http = (minutes: number) => new Date(at(minutes)).toUTCString();
  test.each([
    [{}, null],
    [{ 'cache-control': 'public, max-age=300' }, 300],
    [{ 'cache-control': 'Max-Age="300"' }, 300],
    [{ 'cache-control': 's-maxage=300' }, null],
    [{ 'cache-control': 'no-cache, max-age=300' }, null],
    [{ 'cache-control': 'max-age=soon' }, null],
    [{ 'cache-control': 'max-age=60', expires: http(60) }, 60],
    [{ expires: http(60) }, 3_600],
    [{ expires: http(60), date: http(30) }, 1_800],
    [{ expires: http(-60) }, 0],
    [{ expires: '0' }, 0],
    [{ expires: 'never' }, null],
  ] as [Record<string, string>, number | null][])('%j', (headers, seconds) => {
    expect(cacheSeconds(headers, Date.parse(NOW))).toBe(seconds);
  });
});
