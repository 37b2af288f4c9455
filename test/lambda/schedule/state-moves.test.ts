import { describe, expect, test } from 'vitest';
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
])('a feed of a held host comes after it, jitter %f', (jitter, minutes) => {
  const before = stateWith();
  expect(heldBack(before, at(30), jitter)).toEqual({ ...before, nextPollAt: at(minutes) });
});

describe('validatorsToSend', () => {
  test.each([
    [at(0), '"1"', 'then'],
    [at(-8 * DAY + 1), '"1"', 'then'],
    [at(-8 * DAY), null, null],
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
