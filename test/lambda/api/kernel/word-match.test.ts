import { expect, test } from 'vitest';
import { foldedTerms, hasWords } from '../../../../lambda/api/kernel/word-match.ts';
import { processorMilliseconds } from '../../../support/processor-time.ts';

test.each([
  ['The Rivermouth council', 'river', true],
  ['The Rivermouth council', 'RIVERMOUTH Coun', true],
  ['The Rivermouth council', 'mouth', false],
  ['Zoë Ångström', 'angstrom zoe', true],
  ['one two', 'one three', false],
  ['one', '', true],
  ['The ferry ran aground, and stayed.', '"ran aground"', true],
  ['The ferry ran aground, and stayed.', '“Ran Aground” ferr', true],
  ['The ferry ran aground, and stayed.', '"aground ran"', false],
  ['The ferry ran aground, and stayed.', '"ran agro"', false],
  ['The ferry ran aground, and stayed.', '"ferry', true],
  ['The ferry ran aground, and stayed.', '"" ferry "!"', true],
])('%s has the words %s: %s', (text, words, expected) => {
  expect(hasWords(text, foldedTerms(words))).toBe(expected);
});

test('a phrase stands in one text, words in any of them', () => {
  expect(hasWords(['The ice', 'has gone', null], foldedTerms('ice gone'))).toBe(true);
  expect(hasWords(['The ice', 'has gone'], foldedTerms('"ice has"'))).toBe(false);
});

test('looking for many words in a long text takes a time in proportion', () => {
  const time = (length: number): number => {
    const text = 'a'.repeat(length);
    const start = processorMilliseconds();
    for (let run = 0; run < 20; run += 1) hasWords(text, ['b']);
    return processorMilliseconds() - start;
  };
  time(20_000);
  expect(time(400_000)).toBeLessThan(10 * time(100_000) + 50);
});
