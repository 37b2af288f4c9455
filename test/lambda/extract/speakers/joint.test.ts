import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../../lambda/extract/speakers/extract-statements.ts';

const speakersIn = (text: string) =>
  extractStatements({ text }).statements.map(({ speaker, jointWith }) => [speaker?.name ?? null, ...(jointWith ?? [])]);

const TABLE: Record<string, [text: string, ...speakers: (string | null)[][]][]> = {
  'names joined by "and"': [
    ['Ann Roe and Bo Lee said the ice was thin.', ['Ann Roe', 'Bo Lee'], ['Bo Lee', 'Ann Roe']],
    ['“The ice is thin,” said Ann Roe and Bo Lee.', ['Ann Roe', 'Bo Lee'], ['Bo Lee', 'Ann Roe']],
    ['Ann Roe of Kalvik Port and Bo Lee said the ice was thin.', ['Ann Roe', 'Bo Lee'], ['Bo Lee', 'Ann Roe']],
    ['Both Ann Roe and Bo Lee said it was late.', ['Ann Roe', 'Bo Lee'], ['Bo Lee', 'Ann Roe']],
  ],
  'names of which each has its own verb': [
    ['She met Ann Roe and Bo Lee said the ice was thin.', ['Bo Lee']],
    ['“We will win,” said Ann Roe and Bo Lee said: “We will not lose.”', ['Ann Roe'], ['Bo Lee']],
  ],
  'a former office beside another': [
    [
      'Former Kalvik Mayor Ann Roe (D) and former Sunda Mayor Bo Lee (R) said they would run.',
      ['Ann Roe', 'Bo Lee'],
      ['Bo Lee', 'Ann Roe'],
    ],
  ],
  'names behind what they are': [
    ['Two bakers, Ann Roe and Bo Lee, said that it was late.', ['Ann Roe', 'Bo Lee'], ['Bo Lee', 'Ann Roe']],
    [
      'The lawyers, Ann Roe, Bo Lee and Carl Moe, said it was late.',
      ['Ann Roe', 'Bo Lee', 'Carl Moe'],
      ['Bo Lee', 'Ann Roe', 'Carl Moe'],
      ['Carl Moe', 'Ann Roe', 'Bo Lee'],
    ],
    ['Several bakers, including Ann Roe, said it was late.', ['Ann Roe']],
    ['Several bakers, some of them from Kalvik, said it was late.', ['Several bakers']],
  ],
  'a name beside people without one': [
    ['Ann Roe and her team said the ice was thin.', ['Ann Roe']],
    ['Ann Roe and other bakers said the ice was thin.', ['Ann Roe']],
    ['Ann Roe and the mayor said the ice was thin.', ['Ann Roe']],
  ],
  'a house with "and" in its name': [
    [
      'The Institute for Science and International Peace said it was late.',
      ['Institute for Science and International Peace'],
    ],
    [
      'The Harbour Union and the Port Council said it was late.',
      ['Harbour Union', 'Port Council'],
      ['Port Council', 'Harbour Union'],
    ],
  ],
  'the pronoun of those who spoke together': [
    [
      'Ann Roe and Bo Lee said the ice was thin. They said it would hold in May.',
      ['Ann Roe', 'Bo Lee'],
      ['Bo Lee', 'Ann Roe'],
      ['Ann Roe', 'Bo Lee'],
      ['Bo Lee', 'Ann Roe'],
    ],
  ],
};

for (const [kind, rows] of Object.entries(TABLE)) {
  describe(kind, () => {
    it.each(rows)('%s', (text, ...speakers) => {
      expect(speakersIn(text)).toEqual(speakers);
    });
  });
}
