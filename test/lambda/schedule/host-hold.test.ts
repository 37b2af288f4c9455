import { describe, expect, test } from 'vitest';
import type { Host } from '../../../lambda/model/feed.ts';
import { holdOf, isHeld, unrecordedPoll } from '../../../lambda/schedule/host-hold.ts';
import { at, failedWith, NOW, readWith, stateWith } from './support.ts';

const DAY = 24 * 60;
const host = (changes: Partial<Host> = {}): Host => ({
  name: 'news.example',
  heldUntil: null,
  robots: null,
  ...changes,
});

describe('holdOf', () => {
  test.each([
    ['429 with Retry-After', { status: 429, retryAfterSeconds: 7_200 }, at(120)],
    ['429 without', { status: 429 }, at(10)],
    ['429 for years', { status: 429, retryAfterSeconds: 500_000_000 }, at(DAY)],
    ['503 with Retry-After', { status: 503, retryAfterSeconds: 3_600 }, at(60)],
    ['503 for years', { status: 503, retryAfterSeconds: 500_000_000 }, at(DAY)],
    ['429 that is over at once', { status: 429, retryAfterSeconds: 0 }, null],
    ['503 without', { status: 503 }, null],
    ['500', { status: 500, retryAfterSeconds: 60 }, null],
    ['no answer', {}, null],
  ])('%s', (_name, error, heldUntil) => {
    expect(holdOf('f1', failedWith(error), NOW)?.heldUntil ?? null).toBe(heldUntil);
  });

  test('is no matter of answers', () => expect(holdOf('f1', readWith(), NOW)).toBeNull());
});

test.each([
  [null, false],
  [host(), false],
  [host({ heldUntil: at(-1) }), false],
  [host({ heldUntil: NOW }), false],
  [host({ heldUntil: at(0.001) }), true],
  [host({ heldUntil: at(24 * 60) }), true],
  [host({ heldUntil: at(24 * 60 + 1) }), false],
])('%j is held: %s', (record, expected) => expect(isHeld(record, NOW)).toBe(expected));

describe('untoldPoll', () => {
  const failed = failedWith({ status: 429, host: 'news.example' });
  const held = (feedId = 'f1') => host({ ...holdOf(feedId, failed, NOW) });
  test('is the one that a run died after', () => {
    expect(unrecordedPoll(held(), stateWith())).toEqual({ outcome: failed, at: NOW });
    expect(unrecordedPoll(held(), stateWith({ lastPollAt: null }))).toEqual({ outcome: failed, at: NOW });
  });
  test('is none once the state tells it, or where it was another feed', () => {
    expect(unrecordedPoll(held(), stateWith({ lastPollAt: NOW }))).toBeNull();
    expect(unrecordedPoll(held(), stateWith({ feedId: 'f2' }))).toBeNull();
    expect(unrecordedPoll(host({ heldUntil: at(10) }), stateWith())).toBeNull();
  });
});
