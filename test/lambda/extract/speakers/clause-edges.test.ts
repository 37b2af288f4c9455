import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../../lambda/extract/speakers/extract-statements.ts';

const saidIn = (text: string) =>
  extractStatements({ text }).statements.map(({ speaker, spans }) => [
    speaker?.name ?? null,
    ...spans.map(({ start, end }) => text.slice(start, end)),
  ]);

const TABLE: Record<string, [text: string, ...said: string[][]][]> = {
  'the predicate behind an attribution with an apposition': [
    [
      'Any reading of the act, said Ann Roe, an expert on ports in Kalvik, would take this as a defeat.',
      ['Ann Roe', 'Any reading of the act', 'would take this as a defeat'],
    ],
    ['The act is dead, said Ann Roe, an expert on ports, who left.', ['Ann Roe', 'The act is dead']],
  ],
  'a name behind its office and a comma': [
    [
      "In nearby Kalvik, the plant is hanging on, said the company's chief executive, Ann J. Roe. It is old.",
      ['Ann J. Roe', 'In nearby Kalvik, the plant is hanging on'],
    ],
    [
      "He had a say in it, said a former spokesman for Kalvik's Foreign Ministry, Bo Lee, who also ran.",
      ['Bo Lee', 'He had a say in it'],
    ],
  ],
  'a condition between commas': [
    ['Ann Roe said, if elected, she would stay.', ['Ann Roe', 'if elected, she would stay']],
    ['Ann Roe said, among other things, that it was late.', ['Ann Roe', 'it was late']],
  ],
  'a clause that waits, behind a short opener': [
    [
      'And so, Ann Roe said, while the pilots are angry, they admire the bridge.',
      ['Ann Roe', 'while the pilots are angry, they admire the bridge'],
    ],
    ['The bridge is safe, Ann Roe said, while the pilots left.', ['Ann Roe', 'The bridge is safe']],
  ],
  'what the speaker did while speaking': [
    ['The plan is bad, journalist Ann Roe said in posing the question to Bo Lee.', ['Ann Roe', 'The plan is bad']],
    ['Ann Roe said in opening the hall that it was late.', ['Ann Roe', 'it was late']],
  ],
  'a sentence in brackets': [['(The port is shut, Ann Roe said.)', ['Ann Roe', 'The port is shut']]],
  'the occasion behind a plain object': [
    ['Ann Roe dismissed the report in an interview on Sunday.', ['Ann Roe', 'the report']],
    ['Ann Roe dismissed the report on the harbour.', ['Ann Roe', 'the report on the harbour']],
    ['Ann Roe dismissed the report published on Sunday.', ['Ann Roe', 'the report published on Sunday']],
  ],
  'a further deed behind an object': [
    ['Ann Roe criticized the plan and took the stage.', ['Ann Roe', 'the plan']],
    ['Ann Roe criticized the plan and the vote.', ['Ann Roe', 'the plan and the vote']],
  ],
  'an apposition inside of what a participle says': [
    ['Ann Roe left, saying that Bo Lee, a pilot, would come.', ['Ann Roe', 'Bo Lee, a pilot, would come']],
  ],
  'what is named before its verb': [
    [
      'Ann Roe hailed Kalvik, which she describes as her second home.',
      ['Ann Roe', 'Kalvik'],
      ['Ann Roe', 'her second home'],
    ],
    ['Ann Roe asked Kalvik, which she left.'],
  ],
  'a name given behind other words': [
    [
      'Ann Roe said the toll would stay, calling it “a farce of a tax”.',
      ['Ann Roe', 'the toll would stay'],
      ['Ann Roe', 'it “a farce of a tax”'],
    ],
    ['Ann Roe said the toll would stay, adding that it was fair.', ['Ann Roe', 'the toll would stay', 'it was fair']],
  ],
  'a deed that another tells': [
    ['Ann Roe said that Bo Lee had rejected the plan.', ['Ann Roe', 'Bo Lee had rejected the plan']],
    ['Ann Roe said it was late. Bo Lee rejected the plan.', ['Ann Roe', 'it was late'], ['Bo Lee', 'the plan']],
  ],
  'a quotation that belongs to the verb before it': [
    [
      'The director Ann Roe called his use of boats "extremely careless," but said he should face no charges.',
      ['Ann Roe', 'his use of boats "extremely careless,"'],
      ['Ann Roe', 'he should face no charges'],
    ],
  ],
  'an opening mark where only a closing one can stand': [
    ['“The bridge is shut for good,“ said Ann Roe, a pilot.', ['Ann Roe', 'The bridge is shut for good']],
  ],
};

describe.each(Object.entries(TABLE))('%s', (_, cases) => {
  it.each(cases)('%s', (text, ...said) => {
    expect(saidIn(text)).toEqual(said);
  });
});
