import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTeaser, teaserWords } from '../../../../lambda/fulltext/teaser/cut-teaser.ts';

describe('readTeaser', () => {
  it.each([
    ['The pier opens on Monday...', 'The pier opens on Monday'],
    ['The pier opens on Monday …', 'The pier opens on Monday'],
    ['The pier opens on […]', 'The pier opens on'],
    ['The pier opens on [...]', 'The pier opens on'],
    ['The pier opens on Monday. Read more', 'The pier opens on Monday'],
    ['The pier opens on Monday. Read More »', 'The pier opens on Monday'],
    ['The pier opens on Monday... (more)', 'The pier opens on Monday'],
    ['The pier opens on Monday More »', 'The pier opens on Monday'],
    ['The pier opens on Monday. Continue reading "Pier opens"', 'The pier opens on Monday'],
    ['The pier opens on Monday. Read the full story at Pier News', 'The pier opens on Monday'],
    ['The pier opens […]\n\nThe post Pier opens appeared first on Pier News.', 'The pier opens'],
  ])('%j is cut', (text, rest) => {
    expect(readTeaser(text)).toEqual({ text: rest, cut: true });
  });

  it.each([
    'The pier opens on Monday.',
    'They want to know more',
    'He said: “No more!”',
    'Wait... there is a pier.',
    '',
  ])('%j is not', (text) => {
    expect(readTeaser(text)).toEqual({ text, cut: false });
  });

  it('never throws, and cuts nothing from its own result that was no mark', () => {
    fc.assert(fc.property(fc.string(), (text) => text.startsWith(readTeaser(text).text)));
  });
});

describe('teaserWords', () => {
  it.each([
    ['(MENAFN - Pier News) The pier opens on Mon...', 'The pier opens on'],
    ['(SEAWIRE- Echo (Wales)) The pier opens.', 'The pier opens.'],
    ['(Sea News) The pier opens.', '(Sea News) The pier opens.'],
    ['The pier opens.', 'The pier opens.'],
  ])('of %j are %j', (text, words) => {
    expect(teaserWords(text)).toBe(words);
  });
});
