import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../../lambda/extract/speakers/extract-statements.ts';
import { COUNTS, FRACTIONS } from '../../../../lambda/extract/speakers/lexicon/quantities.ts';

const speakersOf = (text: string) => extractStatements({ text }).statements.map(({ speaker }) => speaker);

const WHOLE = [
  'Less than a third',
  'More than half',
  'Two thirds',
  'A quarter',
  'Three-quarters',
  'As many as a third',
  'Between a third and a half',
  'Some 40%',
  'About 33.3%',
  'Forty percent',
  '40 to 50 percent',
  'About one in three',
  'Fewer than one in five',
  'At most two or three',
  'The remaining 30%',
  'The rest',
  'Still others',
  'Only a handful',
  'A small minority',
  'A third of voters',
  'More than two-thirds of them',
  'Most of them',
  'Most',
  'Many',
  'Others',
  'Few',
];

describe('people who are counted and not named', () => {
  it.each(WHOLE)('%s said: a group by all its words, and nobody to follow', (words) => {
    expect(speakersOf(`${words} said the bridge was closed.`)).toMatchObject([
      { name: words, kind: 'group', id: null, mention: { text: words } },
    ]);
  });

  it.each(['The third', 'The other', 'The latter', 'Another'])('%s said: one of several', (words) => {
    expect(speakersOf(`${words} said the bridge was closed.`)).toMatchObject([{ name: words, kind: 'unnamed' }]);
  });

  it.each([
    'None',
    'None of them',
    'Neither',
    'Neither minister',
    'Neither of the ministers',
    'No minister',
    'Nobody',
    'No one',
    'Not one of them',
  ])('%s said: nobody did', (words) => {
    expect(speakersOf(`${words} said the bridge was closed.`)).toEqual([]);
  });

  it('reads no further back than the clause', () => {
    expect(speakersOf('Polls show as many as 30 percent of voters say they will stay at home.')[0]?.name).toBe(
      'as many as 30 percent of voters',
    );
    expect(speakersOf('The plan was made in 2010 and most said it was dead.')[0]?.name).toBe('most');
  });

  it.each([
    ['The third minister said the bridge was closed.', 'third minister'],
    ['The five ministers said the bridge was closed.', 'five ministers'],
    ['Quarter Holdings said the bridge was closed.', 'Quarter Holdings'],
    ['No Kalvik Party said the bridge was closed, but Ann Roe said it was.', 'Ann Roe'],
  ])('leaves names and nouns alone: %s', (text, name) => {
    expect(speakersOf(text).map((speaker) => speaker?.name)).toContain(name);
  });

  it.each([
    ['His third said the bridge was closed.', 'His third'],
    ['He ran a third, and a third said the bridge was closed.', 'a third'],
    ['The two said the bridge was closed.', 'The two'],
  ])('never leaves a bare count of a name: %s', (text, name) => {
    expect(speakersOf(text)).toMatchObject([{ name }]);
  });

  it.each(['Third', 'Quarter', '\u0000third', 'A\u200b third'])('%s said: nobody did', (words) => {
    expect(speakersOf(`${words} said the bridge was closed.`)).toEqual([]);
  });

  it('takes a noun behind an ordinal for no verb', () => {
    expect(speakersOf('Everybody hopes that a fourth state will join.')).toEqual([]);
    expect(speakersOf('A third say the bridge is closed.')).toMatchObject([{ name: 'A third' }]);
  });

  it('never gives a bare number word as the name of somebody who is followed', () => {
    const lead = fc.constantFrom('', 'a ', 'the ', 'less than ', 'more than a ', 'nearly ', 'as many as ', 'not even ');
    const count = fc.constantFrom(...COUNTS, ...FRACTIONS, '40%', '7', 'one in three');
    const tail = fc.constantFrom('', ' of them', ' of voters', ' or two', ' and a half', ' percent', ' in five');
    fc.assert(
      fc.property(lead, count, tail, (before, words, behind) => {
        for (const speaker of speakersOf(`Nobody came. ${before}${words}${behind} said the bridge was closed.`)) {
          expect(speaker?.id ?? null).toBeNull();
          expect(speaker?.kind).not.toBe('person');
        }
      }),
    );
  });
});
