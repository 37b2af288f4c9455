import { describe, expect, it } from 'vitest';
import { dayFirstOf } from '../../../../lambda/extract/dates/day-first.ts';
import { extractDates } from '../../../../lambda/extract/dates/extract-dates.ts';

describe('dayFirstOf', () => {
  it.each([
    ['of another date of the text', '03/04/2023 and 25/12/2022', 'en-US', 'US', true, 0.85],
    ['of another date of the text', '03/04/2023 and 12-25-2022', 'en-GB', 'GB', false, 0.85],
    ['of the country', '03/04/2023', 'en-US', 'gb', true, 0.8],
    ['of the country', '03/04/2023', null, 'US', false, 0.8],
    ['of the region', '03/04/2023', 'en-AU', null, true, 0.8],
    ['of the region, where the country writes both', '03/04/2023', 'en-US', 'CA', false, 0.8],
    ['of the language', '03/04/2023', 'fr', null, true, 0.7],
    ['of nobody', '03/04/2023', 'en', null, false, 0.4],
    ['of nobody, where the text contradicts itself', '13/04/2023 and 04/13/2023', 'en-CA', 'XYZ', false, 0.4],
  ])('knows it %s: %s, %s, %s', (_how, text, language, country, value, confidence) => {
    expect(dayFirstOf(text, { language, country, day: null })).toEqual({ value, confidence });
  });
});

describe('extractDates', () => {
  const read = (text: string, more: { language?: string; country?: string } = {}) =>
    extractDates({ text, anchor: null, ...more }).map(({ value, confidence }) => [value, confidence]);

  it('reads digits in the order of the feed', () => {
    expect(read('Paid on 03/04/2023.', { language: 'en-US' })).toEqual([['2023-03-04', 0.8]]);
    expect(read('Paid on 03/04/2023.', { language: 'en-GB' })).toEqual([['2023-04-03', 0.8]]);
    expect(read('Paid on 03/04/2023.', { language: 'en', country: 'IE' })).toEqual([['2023-04-03', 0.8]]);
  });

  it('marks what nothing tells by little confidence', () => {
    expect(read('Paid on 03/04/2023.')).toEqual([['2023-03-04', 0.4]]);
  });

  it('reads digits that can be read one way only as they are', () => {
    expect(read('Paid on 03/25/2023 or 25/03/2023.', { language: 'en-GB' })).toEqual([
      ['2023-03-25', 0.9],
      ['2023-03-25', 0.9],
    ]);
  });

  it('reads digits in texts of other languages, day first', () => {
    expect(read('Fermé le 03/04/2023.', { language: 'fr' })).toEqual([['2023-04-03', 0.7]]);
  });
});
