import { expect, test } from 'vitest';
import { createThrottle } from '../../../../../lambda/api/kernel/guard/throttle.ts';
import { fakeClock } from '../../../../support/fake-clock.ts';

const fail = (throttle: ReturnType<typeof createThrottle>, address: string | null, times: number) => {
  for (let n = 0; n < times; n++) throttle.failed(address);
};

test('an address has ten tries, and then one each six seconds; others have theirs', () => {
  const clock = fakeClock('2026-03-15T12:00:00Z');
  const throttle = createThrottle(clock);
  fail(throttle, '192.0.2.1', 9);
  expect(throttle.wait('192.0.2.1')).toBe(0);
  throttle.failed('192.0.2.1');
  expect(throttle.wait('192.0.2.1')).toBe(6);
  expect(throttle.wait('::ffff:192.0.2.1')).toBe(6);
  expect(throttle.wait('192.0.2.2')).toBe(0);
  clock.advance(5_900);
  expect(throttle.wait('192.0.2.1')).toBe(1);
  clock.advance(100);
  expect(throttle.wait('192.0.2.1')).toBe(0);
  throttle.failed('192.0.2.1');
  expect(throttle.wait('192.0.2.1')).toBe(6);
  clock.advance(60_000);
  fail(throttle, '192.0.2.1', 9);
  expect(throttle.wait('192.0.2.1')).toBe(0);
});

test.each([
  ['2001:db8:0:1::1', '2001:db8:0:1:ffff::2', true],
  ['2001:db8::1', '2001:db8:0:0:5::', true],
  ['2001:db8:0:1::1', '2001:db8:0:2::1', false],
  ['::1', '::2', true],
])('of IPv6 %s and %s are the same network: %s', (one, other, same) => {
  const throttle = createThrottle(fakeClock('2026-03-15T12:00:00Z'));
  fail(throttle, one, 10);
  expect(throttle.wait(other) > 0).toBe(same);
});

test('all addresses that failed have 300 tries together, and then five a second; one that has not failed is never held back', () => {
  const clock = fakeClock('2026-03-15T12:00:00Z');
  const throttle = createThrottle(clock);
  for (let n = 0; n < 300; n++) throttle.failed(`198.51.100.${n % 250}:${n}`);
  expect(throttle.wait('203.0.113.9')).toBe(0);
  expect(throttle.wait(null)).toBe(0);
  throttle.failed('203.0.113.9');
  throttle.failed(null);
  expect(throttle.wait('203.0.113.9')).toBe(1);
  expect(throttle.wait(null)).toBe(1);
  clock.advance(200);
  expect(throttle.wait('203.0.113.9')).toBe(0);
});

test('what it remembers does not grow without end: who has been quiet longest is forgotten', () => {
  const clock = fakeClock('2026-03-15T12:00:00Z');
  const throttle = createThrottle(clock);
  const flood = (count: number) => {
    for (let n = 0; n < count; n++) throttle.failed(`2001:db8:${(n >> 8).toString(16)}:${(n & 255).toString(16)}::1`);
  };
  fail(throttle, '192.0.2.1', 10);
  flood(9_000);
  clock.advance(200);
  expect(throttle.wait('192.0.2.1')).toBe(6);
  flood(10_000);
  clock.advance(200);
  expect(throttle.wait('192.0.2.1')).toBe(0);
});
