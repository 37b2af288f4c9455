import { expect, it } from 'vitest';
import { takeTime } from '../../../../lambda/parse/timestamp/time-of-day.ts';

const MINUTE = 60_000;

it.each([
  ['on 9 mar 18:05', 1085 * MINUTE],
  ['18:05:30.25 z', 1085 * MINUTE + 30_250],
  ['6:05 pm', 1085 * MINUTE],
  ['6.05 p.m.', 1085 * MINUTE],
  ['6pm', 1080 * MINUTE],
  ['12 am', 0],
  ['18h05', 1085 * MINUTE],
  ['9.3.21 18.05', 1085 * MINUTE],
  ['at noon', 720 * MINUTE],
  ['9 mar', 0],
])('%s', (text, milliseconds) => {
  expect(takeTime(text)?.milliseconds).toBe(milliseconds);
});

it.each(['25:00', '10:61', '10:00:61', '24:01', '0:30 pm'])('refuses %s', (text) => {
  expect(takeTime(text)).toBeNull();
});

it('gives back what stands around', () => {
  expect(takeTime('mar 9 06:05 +0100 2021')).toMatchObject({ before: 'mar 9 ', after: ' +0100 2021' });
  expect(takeTime('09.03.2021')).toMatchObject({ before: '09.03.2021', after: '' });
});
