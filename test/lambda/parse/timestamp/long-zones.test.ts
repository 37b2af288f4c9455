import { expect, it } from 'vitest';
import { placeOfLongName } from '../../../../lambda/parse/timestamp/long-zones.ts';
import { zoneOf } from '../../../../lambda/parse/timestamp/zones.ts';

it.each([
  ['eastern standard time', 'America/New_York'],
  ['eastern daylight time', 'America/New_York'],
  ['w. europe standard time', 'Europe/Berlin'],
  ['coordinated universal time', 'utc'],
  ['nowhere standard time', null],
  ['eastern time', null],
  ['standard time', null],
])('%s', (words, place) => {
  expect(placeOfLongName(words)).toBe(place);
  if (place !== null) expect(zoneOf(place)).not.toBeNull();
});
