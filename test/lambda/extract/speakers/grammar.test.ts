import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../../lambda/extract/speakers/extract-statements.ts';

/** A rule of grammar, a sentence it is for or must leave alone, and each statement's speaker and words. */
type Case = [rule: string, text: string, ...said: [speaker: string | null, words: string][]];

const CASES: Case[] = [
  ['a spaced hyphen is a dash', 'Ann Roe - a baker from Kalvik - said that it was cold.', ['Ann Roe', 'it was cold']],
  [
    'a hyphen inside a word is none',
    'Ann Roe said that the 40-year-old oven was cold.',
    ['Ann Roe', 'the 40-year-old oven was cold'],
  ],
  [
    'an occasion has its "of"',
    'Ann Roe said after four days of talks that it would close.',
    ['Ann Roe', 'it would close'],
  ],
  [
    '"of" after a verb is content',
    'Ann Roe warned of days of storms in the north.',
    ['Ann Roe', 'of days of storms in the north'],
  ],
  [
    'where it was published',
    'The shore is sinking, Ann Roe writes in a study published in March.',
    ['Ann Roe', 'The shore is sinking'],
  ],
  [
    'who published it',
    'Ann Roe praised a study published by the board.',
    ['Ann Roe', 'a study published by the board'],
  ],
  [
    'an object ends before when and why',
    'Ann Roe rejected the offer because it came too late.',
    ['Ann Roe', 'the offer'],
  ],
  [
    'a clause goes on to its own when',
    'Ann Roe said the offer would lapse after the vote.',
    ['Ann Roe', 'the offer would lapse after the vote'],
  ],
  [
    'an object keeps its own tail',
    'Ann Roe condemned the use of force by the police.',
    ['Ann Roe', 'the use of force by the police'],
  ],
  [
    'a list is no apposition',
    'Ann Roe blamed the storm, a broken pump and the rain.',
    ['Ann Roe', 'the storm, a broken pump and the rain'],
  ],
  ['an apposition ends an object', 'Ann Roe praised the pilots, a group she had once led.', ['Ann Roe', 'the pilots']],
  ['"that" before a clause', 'Ann Roe rejected that the board had been told.', ['Ann Roe', 'the board had been told']],
  ['"that" before a noun', 'Ann Roe rejected that offer.', ['Ann Roe', 'that offer']],
  [
    'a participle behind "while"',
    'While noting that the pump was old, Ann Roe praised the crew.',
    ['Ann Roe', 'the pump was old'],
    ['Ann Roe', 'the crew'],
  ],
  ['a participle inside a sentence', 'The pump while noting the cost was bought.'],
  ['no bare verb behind "has"', 'Ann Roe has direct ties to the harbour board.'],
  ['a participle behind "had"', 'Ann Roe had stressed that the harbour was open.', ['Ann Roe', 'the harbour was open']],
  [
    'a number before a pronoun speaks not',
    'The board said it had less than a third of the money it asked for.',
    ['board', 'it had less than a third of the money it asked for'],
  ],
  ['a number before the verb speaks', 'Many said that the harbour was open.', ['Many', 'the harbour was open']],
  [
    'a particle opens a surname',
    'Hamdan Al Rushoudi said it stands. Al Rushoudi said it is cheap.',
    ['Hamdan Al Rushoudi', 'it stands'],
    ['Hamdan Al Rushoudi', 'it is cheap'],
  ],
  [
    'a common word opens none',
    'Leadership Ann Roe said it stands. Ann Roe said it is cheap.',
    ['Ann Roe', 'it stands'],
    ['Ann Roe', 'it is cheap'],
  ],
  [
    '"he" is whom a sentence met',
    'A former clerk testified that it was open. He said he had closed it.',
    ['former clerk', 'it was open'],
    ['former clerk', 'he had closed it'],
  ],
  [
    '"he" is no waitress',
    'A waitress testified that it was open. He said he had closed it.',
    ['waitress', 'it was open'],
    [null, 'he had closed it'],
  ],
  [
    '"he" is who was named since',
    'A clerk testified that it was open. Bo Lee was there. He said he had closed it.',
    ['clerk', 'it was open'],
    ['Bo Lee', 'he had closed it'],
  ],
];

describe('grammar of statements', () => {
  it.each(CASES)('%s: %s', (_rule, text, ...said) => {
    const { statements } = extractStatements({ text });
    expect(statements.map(({ speaker, text: words }) => [speaker?.name ?? null, words])).toEqual(said);
  });

  it.each([
    [
      'The Secretary-General of the Kalvik Sea Council, Ann Roe, said it stands.',
      'Secretary-General of the Kalvik Sea Council',
    ],
    ['Secretary of State Ann Roe said it stands.', 'Secretary of State'],
  ])('an office reaches over the organisation, and not over a name: %s', (text, role) => {
    expect(extractStatements({ text }).statements.map(({ speaker }) => [speaker?.name, speaker?.role])).toEqual([
      ['Ann Roe', role],
    ]);
  });
});
