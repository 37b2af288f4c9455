import { describe, expect, it } from 'vitest';
import { extractDates } from '../../../../../lambda/extract/dates/extract-dates.ts';
import { NUMBERS } from './numbers.ts';
import { PERIODS } from './periods.ts';
import { WEEKDAYS } from './weekdays.ts';

const ANCHOR = '2026-03-18';

describe.each(Object.entries({ ...WEEKDAYS, ...NUMBERS, ...PERIODS }))('%s', (_kind, rows) => {
  it.each(rows)('%s', (text, ...expected) => {
    const withRole = expected.some((date) => date.includes(' ', date.lastIndexOf('=')));
    const found = extractDates({ text, anchor: ANCHOR }).map(
      ({ text: words, value, role }) => `${words}=${value}${withRole ? ` ${role}` : ''}`,
    );
    expect(found).toEqual(expected);
  });
});
