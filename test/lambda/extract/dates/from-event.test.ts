import { describe, expect, it } from 'vitest';
import { extractDates } from '../../../../lambda/extract/dates/extract-dates.ts';

const find = (text: string) => extractDates({ text, anchor: '2023-11-15' });
const counted = (text: string) => find(text).filter(({ rule }) => rule === 'from-event');

describe('dates counted from another one', () => {
  it.each([
    ['The strike began two days after the Nov. 5 vote.', 'two days after', '2023-11-07'],
    ['Ten days before the election on Nov. 3, the mayor left.', 'Ten days before', '2023-10-24'],
    ['Three weeks after Nov. 2 the inquiry began.', 'Three weeks after', '2023-11-23'],
    ['The fair will open a week before Christmas.', 'a week before', '2023-12-18'],
    ['Six months following the June 2022 flood, it reopened.', 'Six months following', '2022-12'],
    ['He left the day after the vote on Nov. 3.', 'the day after', '2023-11-04'],
    ['He spoke on the eve of the Nov. 3 vote.', 'the eve of', '2023-11-02'],
    ['It closed 2 years prior to the 1998 flood.', '2 years prior to', '1996'],
  ])('%s', (text, words, value) => {
    const [found, ...others] = counted(text);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ text: words, value });
    expect(text.slice(found?.start, found?.end)).toBe(words);
  });

  it.each([
    'Two days after he quit, the mayor said Nov. 5 was a bad day.',
    'Two days after the flood of 1998 it rained.',
    'Two days after that, and long before Nov. 5, it rained.',
    'Two days after. Nov. 5 was dry.',
    'The 1.5 days after Nov. 5 were dry.',
  ])('none in: %s', (text) => expect(counted(text)).toEqual([]));

  it('leave the other date as it is, and make no deadline of it', () => {
    const dates = find('The fair will open a week before Christmas.');
    expect(dates.map(({ text, role }) => [text, role])).toEqual([
      ['a week before', 'scheduled'],
      ['Christmas', 'scheduled'],
    ]);
  });

  it('have no length that makes them slow', () => {
    const text = `Two days after ${'the long vote '.repeat(20_000)} on Nov. 5.`;
    expect(find(text)).toHaveLength(1);
  });
});
