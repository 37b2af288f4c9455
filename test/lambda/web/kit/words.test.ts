import { expect, test } from 'vitest';
import { dateInWords } from '../../../../lambda/web/kit/words.ts';

test.each([
  ['day', '2023-11-12', '2023-11-12', '12 Nov 2023'],
  ['time', '2023-11-12T15:00', '2023-11-12', '12 Nov 2023, 15:00'],
  ['time', '2023-11-12TEV', '2023-11-12', '12 Nov 2023'],
  ['month', '2027-09', '2027-09-01', 'September 2027'],
  ['year', '2027', '2027-01-01', '2027'],
  ['quarter', '2027-Q1', '2027-01-01', 'the quarter from 1 Jan 2027 on'],
  ['decade', '202', '2020-01-01', 'the decade from 1 Jan 2020 on'],
] as const)('a date of the granularity %s with the value %s', (granularity, value, from, words) => {
  expect(dateInWords({ granularity, value, from })).toBe(words);
});
