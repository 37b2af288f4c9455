import { expect, it } from 'vitest';
import { readableStatement } from '../../../lambda/common/readable-statement.ts';
import { extractStatements } from '../../../lambda/extract/speakers/extract-statements.ts';

it.each([
  ['Ann Roe denied those claims about the bridge.', 'denied those claims about the bridge'],
  ['Ann Roe vowed to honor the agreement.', 'vowed to honor the agreement'],
  ['Ann Roe called the plan “a farce”.', 'called the plan “a farce”'],
  ['Ann Roe expressed concern over the toll.', 'expressed concern over the toll'],
  ['Ann Roe warned against the pass.', 'warned against the pass'],
  ['Ann Roe said that the pass was shut.', 'the pass was shut'],
  ['“The pass is shut,” Ann Roe said.', 'The pass is shut'],
])('%s reads as: %s', (text, reading) => {
  expect(extractStatements({ text }).statements.map(readableStatement)).toEqual([reading]);
});

it('shows that words between the verb and what was said are left out', () => {
  const cue = { text: 'claim', start: 0, end: 5, lemma: 'claim' };
  expect(readableStatement({ text: 'the ice is thin', frame: 'noun', cue, start: 11 })).toBe('claim … the ice is thin');
});

it('adds nothing where the verb stands behind the words, or nothing tells of one', () => {
  const cue = { text: 'asked', start: 30, end: 35, lemma: 'ask' };
  expect(readableStatement({ text: 'for the keys', frame: 'object', cue, start: 3 })).toBe('for the keys');
  expect(readableStatement({ text: 'for the keys', frame: 'object', cue: null, start: 3 })).toBe('for the keys');
});
