import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../../lambda/extract/speakers/extract-statements.ts';

const saidIn = (text: string) =>
  extractStatements({ text }).statements.map(({ speaker, spans }) => [
    speaker?.name ?? null,
    ...spans.map(({ start, end }) => text.slice(start, end)),
  ]);

const BOTH: [text: string, ...said: string[]][] = [
  ['The bridge, Ann Roe said on Friday, is closed.', 'Ann Roe', 'The bridge', 'is closed'],
  ['The bridge, Ann Roe told reporters in Kalvik on Friday, will close.', 'Ann Roe', 'The bridge', 'will close'],
  [
    'The bridge, Ann Roe, the mayor, said on Friday, at a hearing, needs repair.',
    'Ann Roe',
    'The bridge',
    'needs repair',
  ],
  ['The bridge, Ann Roe said on Friday, never opened.', 'Ann Roe', 'The bridge', 'never opened'],
  ['The bridge, said Ann Roe on Friday, is closed.', 'Ann Roe', 'The bridge', 'is closed'],
  ['The bridge, said Ann Roe, is closed.', 'Ann Roe', 'The bridge', 'is closed'],
  ['The bridge — Ann Roe said on Friday — is closed.', 'Ann Roe', 'The bridge', 'is closed'],
  ['The bridge, according to Ann Roe, is closed.', 'Ann Roe', 'The bridge', 'is closed'],
  ['If it rains, Ann Roe said on Friday, the bridge will close.', 'Ann Roe', 'If it rains', 'the bridge will close'],
  ['In Kalvik, Ann Roe said on Friday, the bridge is closed.', 'Ann Roe', 'In Kalvik', 'the bridge is closed'],
  ['The bridge, Ann Roe said on Friday, is “closed for good”.', 'Ann Roe', 'The bridge', 'is “closed for good”'],
];

const ONE: [text: string, ...said: string[]][] = [
  ['The bridge is closed, Ann Roe said on Friday, two days after the flood.', 'Ann Roe', 'The bridge is closed'],
  ['The bridge is closed, Ann Roe said on Friday, as the council met.', 'Ann Roe', 'The bridge is closed'],
  ['A disgrace, Ann Roe said on Friday, hours after the vote failed.', 'Ann Roe', 'A disgrace'],
  ['The bridge was closed, according to Ann Roe, who lives in Kalvik.', 'Ann Roe', 'The bridge was closed'],
  ['At the heart of it, according to Ann Roe, another baker, was a mistake.', 'Ann Roe', 'At the heart of it'],
];

describe('an attribution in the middle of a sentence', () => {
  it.each(BOTH)('gives both parts: %s', (text, ...said) => {
    expect(saidIn(text)).toEqual([said]);
  });

  it.each(ONE)('gives no more than was said: %s', (text, ...said) => {
    expect(saidIn(text)).toEqual([said]);
  });

  it("leaves another speaker's clause out", () => {
    expect(saidIn('The bridge, Ann Roe said on Friday, is closed, but Bo Lee said it was open.')).toEqual([
      ['Ann Roe', 'The bridge', 'is closed'],
      ['Bo Lee', 'it was open'],
    ]);
    expect(saidIn('The bridge is closed, records show, and experts say it is old.')).toEqual([
      ['records', 'The bridge is closed'],
      ['experts', 'it is old'],
    ]);
  });

  it('never gives the attribution as part of what was said', () => {
    const when = fc.constantFrom('', ' on Friday', ' on Friday in Kalvik', ' late on Monday', ' in a statement');
    const verb = fc.constantFrom('is closed', 'will close', 'never opened', 'was sold, and is old', 'does not hold');
    const mark = fc.constantFrom(', ', ' — ', ' – ');
    fc.assert(
      fc.property(when, verb, mark, (time, rest, pause) => {
        const text = `The bridge${pause}Ann Roe said${time}${pause}${rest}.`.replaceAll(' , ', ', ');
        expect(saidIn(text)).toEqual([['Ann Roe', 'The bridge', rest]]);
      }),
    );
  });
});
