import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedShingles, sharedWords, sizeOf, wordsOf } from '../../../../lambda/fulltext/teaser/shingles.ts';

const TEXT = wordsOf('The old pier at Eastmole, closed since 2011, will open on Monday, the mayor said.');

describe('sharedShingles', () => {
  it.each([
    ['The OLD pier at Eastmole', 1],
    ['Monday', 1],
    ['will open on Tuesday', 0.5],
    ['said mayor the Monday on open', 0],
    ['', 0],
    ['…', 0],
  ])('%j: %d', (part, share) => {
    expect(sharedShingles(wordsOf(part), TEXT)).toBe(share);
  });

  it.each(['Ham\u00adburg har\u00adbour', 'Ham\u200bburg\ufeff har\u2060bour', '\u200eHamburg har\u200dbour\u200f'])(
    'passes over characters that nobody sees: %j',
    (text) => {
      expect(wordsOf(text)).toEqual(['hamburg', 'harbour']);
    },
  );

  it('takes each character of scripts without spaces for a word', () => {
    expect(wordsOf('水厂 A1 ไป')).toEqual(['水', '厂', 'a1', 'ไ', 'ป']);
    expect(sharedShingles(wordsOf('水厂将关闭'), wordsOf('三座水厂将关闭。'))).toBe(1);
  });

  it('is a share, and whole for a text in itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (part, whole) => {
        const share = sharedShingles(wordsOf(part), wordsOf(whole));
        expect(share >= 0 && share <= 1).toBe(true);
        expect(sharedShingles(wordsOf(part), wordsOf(`${part} ${whole}`))).toBeGreaterThanOrEqual(0);
        if (wordsOf(part).length > 0) expect(sharedShingles(wordsOf(part), wordsOf(part))).toBe(1);
      }),
    );
  });
});

describe('sharedWords', () => {
  it('counts words that say something, in any order', () => {
    expect(sharedWords(wordsOf('Mayor will open the pier'), new Set(TEXT))).toBe(1);
    expect(sharedWords(wordsOf('Mayor burns the bridge'), new Set(TEXT))).toBeCloseTo(1 / 3);
    expect(sharedWords(wordsOf('on at the'), new Set(TEXT))).toBe(0);
  });
});

describe('sizeOf', () => {
  it('counts dense scripts as what they say', () => {
    expect(sizeOf('abc')).toBe(3);
    expect(sizeOf('水厂。')).toBe(7);
  });
});
