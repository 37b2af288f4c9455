import { expect, test } from 'vitest';
import { afterFailure, waitAfter } from '../../../lambda/notify/back-off.ts';
import { sayingKeys, sharesHalfOfWords } from '../../../lambda/notify/saying-keys.ts';

test.each([
  ['The quay is safe', 'The quay is quite safe again', true],
  ['The quay is safe', 'Nobody was hurt there', false],
  ['“Safe!”', 'It is safe', true],
  ['…', '…', false],
])('%s and %s share half of their words: %s', (one, other, expected) => {
  expect(sharesHalfOfWords(one, other)).toBe(expected);
});

test('a saying is known by its words where they are seven or more, and by its id', () => {
  const long = 'The quay will be open again on Monday';
  expect(sayingKeys({ text: long })).toEqual(sayingKeys({ text: `${long.toUpperCase()}!` }));
  expect(sayingKeys({ text: 'We are ready' })).toEqual([]);
  expect(sayingKeys({ text: 'We are ready', sayingId: 'a' })).toHaveLength(1);
});

test('waits double up to six hours; a receiver may ask for more, up to a day', () => {
  expect([1, 2, 3, 9, 30].map((n) => waitAfter(n, null) / 60_000)).toEqual([1, 2, 4, 256, 360]);
  expect(waitAfter(1, 600)).toBe(600_000);
  expect(waitAfter(1, 10_000_000)).toBe(86_400_000);
});

test('a channel is paused after five days, or at once where its receiver is gone', () => {
  const failure = { message: 'no', retryAfterSeconds: null, isGone: false };
  const first = afterFailure(null, failure, 0);
  expect(first).toMatchObject({ failures: 1, pausedAt: null });
  expect(afterFailure(first, failure, 5 * 86_400_000 - 1).pausedAt).toBeNull();
  expect(afterFailure(first, failure, 5 * 86_400_000).pausedAt).toBe('1970-01-06T00:00:00Z');
  expect(afterFailure(null, { ...failure, isGone: true }, 0).pausedAt).toBe('1970-01-01T00:00:00Z');
});
