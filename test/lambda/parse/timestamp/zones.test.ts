import { expect, it } from 'vitest';
import { zoneOf } from '../../../../lambda/parse/timestamp/zones.ts';

const JULY = Date.UTC(2021, 6, 1, 12);

it.each([
  ['Z', 0],
  ['GST', 240],
  ['Etc/UTC', 0],
  ['+0530', 330],
  ['-5', -300],
  ['GMT-01:01', -61],
  ['+00:00:00', 0],
  ['Europe/Paris', 120],
  ['America/Argentina/Ushuaia', -180],
])('%s', (word, minutes) => {
  expect(zoneOf(word)?.(JULY)).toBe(minutes);
});

it.each(['', 'pm', 'xyz', '+16', '+0099', 'here/there', 'constructor', '+00:zz'])('%j is no zone', (word) => {
  expect(zoneOf(word)).toBeNull();
});
