import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feedEventSchema, feedStateSchema } from '../../../lambda/model/feed.ts';
import { nextState } from '../../../lambda/schedule/next-state.ts';
import { at, everyMinutes, failedWith, minutesTo, NOW, readWith, stateWith } from './support.ts';

const DAY = 24 * 60;
const notModified = { kind: 'not-modified', cacheSeconds: null, movedTo: null } as const;

describe('the next poll', () => {
  test.each([
    ['hourly items', everyMinutes(60, 200), 60],
    ['a document that reaches back ten hours only', everyMinutes(60, 10), 60],
    ['a daily item', everyMinutes(DAY, 30), DAY],
    ['two items a day', everyMinutes(DAY / 2, 14), DAY / 2],
    ['an item every minute', everyMinutes(1, 100), 5],
    ['a burst of three just now', everyMinutes(1, 3), 20],
    ['one item just now', everyMinutes(1, 1), DAY],
    ['nothing for a week', [at(-8 * DAY), at(-9 * DAY)], DAY],
    ['no dates', [], 60],
    ['dates in the future only', [at(60)], 60],
  ])('comes by the rhythm of %s', (_name, itemDates, minutes) => {
    const { state } = nextState(stateWith(), readWith({ itemDates }), NOW, 0.5);
    expect(minutesTo(state.nextPollAt)).toBeCloseTo(minutes, 1);
    expect(state.intervalMinutes).toBeCloseTo(minutes, 1);
  });

  test.each([
    ['a ttl', { ttlMinutes: 90 }, 90],
    ['a ttl of years', { ttlMinutes: 9_000_000 }, 300],
    ['a short ttl', { ttlMinutes: 1 }, 60],
    ['max-age', { cacheSeconds: 7_200 }, 120],
    ['max-age of years', { cacheSeconds: 500_000_000 }, 300],
    ['the longer of both', { ttlMinutes: 90, cacheSeconds: 7_200 }, 120],
  ])('waits for %s', (_name, wishes, minutes) => {
    const { state } = nextState(stateWith(), readWith({ itemDates: everyMinutes(60, 200), ...wishes }), NOW, 0.5);
    expect(minutesTo(state.nextPollAt)).toBeCloseTo(minutes, 1);
    expect(state.intervalMinutes).toBeCloseTo(60, 1);
  });

  test.each([
    ['its rhythm', {}, 10],
    ['its ttl', { ttlMinutes: 90 }, 10],
  ])('comes when the operator has decided, whatever %s', (_name, wishes, minutes) => {
    const outcome = readWith({ itemDates: everyMinutes(60, 200), ...wishes });
    const { state } = nextState(stateWith(), outcome, NOW, 0.5, 10);
    expect(minutesTo(state.nextPollAt)).toBe(minutes);
    expect(state.intervalMinutes).toBe(minutes);
    expect(minutesTo(nextState(stateWith(), notModified, NOW, 0.5, 10).state.nextPollAt)).toBe(minutes);
  });

  test('waits for the ttl of the last document when nothing was modified', () => {
    expect(minutesTo(nextState(stateWith({ ttl: 150 }), notModified, NOW, 0.5).state.nextPollAt)).toBe(150);
  });

  test.each([
    [0, 54],
    [0.5, 60],
    [0.999999, 66],
  ])('jitter %f makes 60 minutes %f', (jitter, minutes) => {
    expect(minutesTo(nextState(stateWith(), notModified, NOW, jitter).state.nextPollAt)).toBeCloseTo(minutes, 2);
  });

  test('of a feed without dates comes sooner after something new, later in silence', () => {
    expect(nextState(stateWith(), readWith({ newItems: 2 }), NOW, 0.5).state.intervalMinutes).toBe(30);
    const silent = stateWith({ lastNewItemAt: at(-1_200) });
    expect(nextState(silent, readWith(), NOW, 0.5).state.intervalMinutes).toBe(120);
    expect(nextState(silent, notModified, NOW, 0.5).state.intervalMinutes).toBe(120);
  });
});

describe('errors', () => {
  test.each([
    [0, 10],
    [1, 20],
    [2, 40],
    [6, 640],
    [7, 1_280],
    [8, DAY],
    [5_000, DAY],
  ])('after %i in a row the next wait is %i minutes', (errorCount, minutes) => {
    const { state } = nextState(stateWith({ errorCount }), failedWith(), NOW, 0.5);
    expect(minutesTo(state.nextPollAt)).toBe(minutes);
    expect(state).toMatchObject({ status: 'failing', errorCount: errorCount + 1, lastSuccessAt: at(-60) });
  });

  test.each([
    ['429 with Retry-After', { status: 429, retryAfterSeconds: 7_200 }, 'slow', 120],
    ['429 with a short Retry-After', { status: 429, retryAfterSeconds: 1 }, 'slow', 10],
    ['429 with Retry-After of years', { status: 429, retryAfterSeconds: 500_000_000 }, 'slow', DAY],
    ['429 without', { status: 429 }, 'slow', 10],
    ['503 with Retry-After', { status: 503, retryAfterSeconds: 3_600 }, 'slow', 60],
    ['503 without', { status: 503 }, 'failing', 10],
    ['404', { status: 404 }, 'failing', 10],
    ['401 or 403', { status: 403, code: 'blocked' }, 'blocked', DAY],
  ] as const)('%s', (_name, error, status, minutes) => {
    const { state, event } = nextState(stateWith(), failedWith({ code: 'http-status', ...error }), NOW, 0.5);
    expect(state.status).toBe(status);
    expect(minutesTo(state.nextPollAt)).toBe(minutes);
    expect(event).toMatchObject({ status, previousStatus: 'ok', at: NOW });
  });

  test('410 ends the polling', () => {
    const { state, event } = nextState(stateWith(), failedWith({ code: 'gone', status: 410 }), NOW, 0.5);
    expect(state).toMatchObject({ status: 'gone', nextPollAt: null, lastError: { code: 'gone' } });
    expect(event).toMatchObject({ status: 'gone', error: { code: 'gone' } });
  });

  test('the first of a row is remembered, and a success clears all', () => {
    const first = nextState(stateWith(), failedWith({ message: 'x'.repeat(500) }), NOW, 0.5).state;
    const second = nextState(first, failedWith(), at(10), 0.5).state;
    expect(second.failingSince).toBe(NOW);
    expect(first.lastError?.message).toHaveLength(200);
    const { state, event } = nextState(second, notModified, at(30), 0.5);
    expect(state).toMatchObject({ status: 'ok', errorCount: 0, failingSince: null, lastError: null });
    expect(event).toMatchObject({ status: 'ok', previousStatus: 'failing' });
  });
});

describe('health', () => {
  test.each([
    ['new items', stateWith({ lastNewItemAt: at(-90 * DAY) }), readWith({ newItems: 1 }), 'ok'],
    ['nothing new for 29 days', stateWith({ lastNewItemAt: at(-29 * DAY) }), notModified, 'ok'],
    ['nothing new for 31 days', stateWith({ lastNewItemAt: at(-31 * DAY) }), notModified, 'stale'],
    ['old items only', stateWith({ lastNewItemAt: null }), readWith({ itemDates: [at(-31 * DAY)] }), 'stale'],
    ['still stale', stateWith({ lastNewItemAt: null, status: 'stale' }), notModified, 'stale'],
    ['nothing known', stateWith({ lastNewItemAt: null }), notModified, 'ok'],
    [
      'only dates in the future',
      stateWith({ lastNewItemAt: at(-31 * DAY) }),
      readWith({ itemDates: [at(9)] }),
      'stale',
    ],
  ])('%s', (_name, before, outcome, status) => {
    expect(nextState(before, outcome, NOW, 0.5).state.status).toBe(status);
  });
});

describe('events', () => {
  const rejection = { entry: 'a', code: 'no-content', message: 'empty' };
  test.each([
    ['a 304', stateWith(), notModified, null],
    ['the same document again', stateWith(), readWith({ etag: '"2"' }), null],
    ['the same error again', stateWith({ status: 'failing', lastError: failedWith() }), failedWith(), null],
    [
      'another error',
      stateWith({ status: 'failing', lastError: { code: 'dns', message: '' } }),
      failedWith(),
      'failing',
    ],
    ['something new', stateWith(), readWith({ newItems: 3 }), 'ok'],
    ['something changed', stateWith(), readWith({ changedItems: 1 }), 'ok'],
    ['something rejected', stateWith(), readWith({ rejected: [rejection] }), 'ok'],
  ])('%s', (_name, before, outcome, status) => {
    const { event } = nextState(before, outcome, NOW, 0.5);
    expect(event?.status ?? null).toBe(status);
    if (event) expect(feedEventSchema.parse(event)).toEqual(event);
  });

  test('name at most fifty rejections', () => {
    const rejected = Array.from({ length: 500 }, () => rejection);
    expect(nextState(stateWith(), readWith({ rejected }), NOW, 0.5).event?.rejected).toHaveLength(50);
  });

  test('the first poll has no status before it', () => {
    const { event } = nextState(stateWith({ lastPollAt: null }), readWith({ newItems: 1 }), NOW, 0.5);
    expect(event?.previousStatus).toBeNull();
  });
});

describe('validators', () => {
  const known = { etag: '"1"', lastModified: 'then', validatorsSince: at(-DAY) };
  test.each([
    [
      'advance',
      readWith({ etag: '"2"', lastModified: null }),
      { etag: '"2"', lastModified: null, validatorsSince: NOW },
    ],
    ['go where the server gives none', readWith(), { etag: null, lastModified: null, validatorsSince: null }],
    ['too long are not kept', readWith({ etag: 'x'.repeat(301) }), { etag: null, validatorsSince: null }],
    ['come with their host', readWith({ etag: '"2"', validatorsHost: 'b.example' }), { validatorsHost: 'b.example' }],
    ['stay while something is not stored', readWith({ etag: '"2"', complete: false }), known],
    ['stay after a 304', notModified, known],
    ['stay after an error', failedWith(), known],
    [
      'that come with the same bytes are as old as these',
      { ...notModified, validators: { etag: '"2"', lastModified: null, validatorsHost: null } },
      { etag: '"2"', lastModified: null, validatorsSince: at(-DAY) },
    ],
  ])('%s', (_name, outcome, expected) => {
    expect(nextState(stateWith(known), outcome, NOW, 0.5).state).toMatchObject(expected);
  });
});

describe('the mark of a body', () => {
  test.each([
    ['is kept', readWith({ bodyFingerprint: 'b' }), 'b'],
    [
      'is not that of a document of which something is not stored',
      readWith({ bodyFingerprint: 'b', complete: false }),
      'a',
    ],
    ['stays after a 304', notModified, 'a'],
    ['stays after an error', failedWith(), 'a'],
  ])('%s', (_name, outcome, expected) => {
    expect(nextState(stateWith({ bodyFingerprint: 'a' }), outcome, NOW, 0.5).state.bodyFingerprint).toBe(expected);
  });
});

describe('a permanent redirect', () => {
  const there = 'https://there.example/feed';
  const moved = readWith({ movedTo: there });

  test.each([
    ['seen once is remembered', [moved], null],
    ['seen twice in a row moves the feed', [moved, moved], there],
    ['seen by a 304 counts too', [moved, { ...notModified, movedTo: there }], there],
    ['with an error in between is still the last answer', [moved, failedWith(), moved], there],
    ['with a direct answer in between is not', [moved, readWith(), moved], null],
    ['to another address in between is not', [moved, readWith({ movedTo: 'https://x.example/' }), moved], null],
  ] as const)('%s', (_name, outcomes, expected) => {
    let state = stateWith();
    let movedTo: string | undefined;
    for (const outcome of outcomes) {
      const next = nextState(state, outcome, NOW, 0.5);
      state = next.state;
      movedTo = next.event?.movedTo;
    }
    expect(movedTo ?? null).toBe(expected);
    expect(state.movedToId === undefined).toBe(expected !== null);
    expect(feedStateSchema.parse(state)).toEqual(state);
  });
});

test('whatever comes, the state is a valid one, and the next poll lies between 5 min and 24 h, give or take a tenth', () => {
  const number = fc.option(fc.integer({ min: 0, max: 1e12 }), { nil: null });
  const text = fc.option(fc.string({ maxLength: 400 }), { nil: null });
  const address = fc.option(fc.constantFrom('https://a.example/f', 'https://b.example/f'), { nil: null });
  const outcome = fc.oneof(
    fc.record({ kind: fc.constant('not-modified' as const), cacheSeconds: number, movedTo: address }),
    fc
      .record({
        itemDates: fc.array(fc.integer({ min: -1e6, max: 1e6 }).map(at)),
        newItems: fc.nat(9),
        complete: fc.boolean(),
      })
      .chain((more) =>
        fc
          .record({ ttlMinutes: number, cacheSeconds: number, etag: text, language: text, movedTo: address })
          .map((wishes) => readWith({ ...more, ...wishes })),
      ),
    fc
      .record({ code: fc.constantFrom('timeout', 'blocked', 'http-status'), message: fc.string({ maxLength: 400 }) })
      .chain((more) =>
        fc.record({ status: number, retryAfterSeconds: number }).map((rest) => failedWith({ ...more, ...rest })),
      ),
  );
  fc.assert(
    fc.property(fc.array(outcome, { maxLength: 8 }), fc.double({ min: 0, max: 1, noNaN: true }), (outcomes, jitter) => {
      let state = stateWith();
      for (const one of outcomes) {
        state = nextState(state, one, NOW, jitter).state;
        expect(feedStateSchema.parse(state)).toEqual(state);
        expect(minutesTo(state.nextPollAt)).toBeGreaterThanOrEqual(4.4);
        expect(minutesTo(state.nextPollAt)).toBeLessThanOrEqual(DAY * 1.1 + 1);
      }
    }),
  );
});
