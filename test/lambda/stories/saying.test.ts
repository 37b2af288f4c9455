import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameSaying, sayingOf } from '../../../lambda/stories/saying.ts';

const WHOLE = 'We looked for a buyer for eighteen months, and nobody who knew the line came forward with 40 million';
const wordsOf = (text: string): string[] => sayingOf(text)?.words ?? [];

describe('one saying', () => {
  it.each([
    ['the same', WHOLE],
    ['its beginning', 'We looked for a buyer for eighteen months, and nobody'],
    ['its end', 'Eighteen months, and nobody who knew the line came forward with 40 million'],
    ['a word in brackets', WHOLE.replace('line', '[ferry]')],
    ['another word', WHOLE.replace('nobody', 'no one')],
    ['words left out in the middle', WHOLE.replace('months, and nobody who', '…')],
    ['other marks', `“${WHOLE.replace(', and', ' — and')}.”`],
  ])('%s', (_, other) => {
    expect(isSameSaying(wordsOf(WHOLE), wordsOf(other))).toBe(true);
    expect(sayingOf(WHOLE)?.keys.length).toBe(3);
  });
});

describe('several', () => {
  it.each([
    ['another figure', WHOLE.replace('40', '60')],
    ['a few words', 'nobody came forward'],
    [
      'the words here and there',
      'We looked for a plan, for it is eighteen weeks since anyone, and that is nobody new, knew how the line came',
    ],
    ['other words', 'I have never seen a harbour that was so well kept by so few people for so long'],
    ['the words in another order', WHOLE.split(' ').toReversed().join(' ')],
  ])('%s', (_, other) => {
    expect(isSameSaying(wordsOf(WHOLE), wordsOf(other))).toBe(false);
  });
});

it('is null for fewer than seven words', () => {
  expect(sayingOf('We are very happy with that.')).toBeNull();
  expect(sayingOf('')).toBeNull();
});

it('takes any text, is the same both ways, and is the same as itself', () => {
  const words = fc.array(fc.constantFrom('we', 'look', 'for', 'a', 'buyer', '40', '60', 'ship'), { maxLength: 40 });
  fc.assert(
    fc.property(words, words, (one, other) => {
      expect(isSameSaying(one, one)).toBe(one.length >= 7);
      if (one.join() === other.join()) expect(isSameSaying(one, other)).toBe(one.length >= 7);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const saying = sayingOf(text);
      if (saying) expect(isSameSaying(saying.words, saying.words)).toBe(true);
    }),
  );
});
