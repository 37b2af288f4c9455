import { describe, expect, it } from 'vitest';
import { tenseAt } from '../../../../lambda/extract/dates/tense.ts';

const at = (text: string) => {
  const start = text.indexOf('DAY');
  return tenseAt(text, start, start + 3);
};

describe('tenseAt', () => {
  it.each([
    ['The mayor resigned DAY.', 'past'],
    ['The mayor will resign DAY.', 'ahead'],
    ['The vote will be held DAY.', 'ahead'],
    ['The vote is expected to be held DAY.', 'ahead'],
    ['He said on DAY it would open.', 'past'],
    ['He said it would open DAY.', 'ahead'],
    ['On DAY, the court is to rule.', 'ahead'],
    ['On DAY, the court ruled.', 'past'],
    ['It fell due to DAY storms.', 'past'],
    ['The roof must be done by DAY.', 'ahead'],
    ['The two sides meet again on DAY.', 'ahead'],
    ['The court hears the case DAY.', 'ahead'],
    ['They did not meet DAY.', 'past'],
    ['They met to begin it DAY.', 'past'],
    ['They threatened a longer strike in DAY.', 'ahead'],
    ['They threatened him in DAY.', 'past'],
    ['The roof is to be replaced in DAY.', 'ahead'],
    ['The offer had been scheduled to expire DAY.', 'past'],
    ['They signed a plan DAY.', 'past'],
    ['It may open in DAY.', 'ahead'],
    ['In May he left on DAY.', 'past'],
    ['Judges extended the ban until DAY.', 'ahead'],
    ['He worked there until DAY.', 'past'],
    ['DAY.', null],
    ['It will open. The DAY rain.', null],
  ])('%s: %s', (text, tense) => expect(at(text)).toBe(tense));
});
