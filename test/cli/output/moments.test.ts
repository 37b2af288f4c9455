import { expect, it } from 'vitest';
import { momentsForPeople } from '../../../cli/output/moments.ts';

const { moment } = momentsForPeople(Date.parse('2026-11-25T12:00:00Z'));

it.each([
  ['2026-11-25T11:59:30Z', 'now'],
  ['2026-11-25T11:55:00Z', '5 min ago'],
  ['2026-11-25T12:59:59Z', 'in 59 min'],
  ['2026-11-25T13:00:00Z', 'in 1 h'],
  ['2026-11-24T12:00:01Z', '23 h ago'],
  ['2026-11-22T12:00:00Z', '3 d ago'],
  ['2026-11-18T12:00:00Z', '2026-11-18'],
  ['2027-01-01T00:00:00Z', '2027-01-01'],
  ['no moment', 'no moment'],
  [null, '–'],
  [undefined, '–'],
])('%s is worded as %s', (instant, words) => {
  expect(moment(instant)).toBe(words);
});
