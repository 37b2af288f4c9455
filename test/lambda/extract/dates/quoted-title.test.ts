import { describe, expect, it } from 'vitest';
import { extractDates } from '../../../../lambda/extract/dates/extract-dates.ts';

const values = (text: string) => extractDates({ text, anchor: '2023-11-15' }).map((date) => date.value);

describe('isQuotedTitle', () => {
  it.each([
    'The minister told the programme "This Week," that it rains.',
    'She sang her song “Yesterday” twice.',
    "He read the novel '1984' aloud.",
    "He spoke on ``Last Friday,'' a late show.",
  ])('finds no date in the title of %j', (text) => {
    expect(values(text)).toEqual([]);
  });

  it.each([
    ['He said: "Yesterday."', '2023-11-14'],
    ['The delay "this week" was long.', '2023-W46'],
    ['"This week," he said, "we sail."', '2023-W46'],
    ['The boat "Next Year we sail" left.', '2024'],
    ['It is dated "March 3, 2022".', '2022-03-03'],
  ])('keeps the date of %j', (text, value) => {
    expect(values(text)).toEqual([value]);
  });
});
