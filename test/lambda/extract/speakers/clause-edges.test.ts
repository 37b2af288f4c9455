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
  'a time between the speaker and the verb': [
    ['Ann Roe, the chair, this past week announced the end of the toll.', ['Ann Roe', 'the end of the toll']],
    ['Sen. Ann Roe (R-Ky.) last week said the toll was unfair.', ['Ann Roe', 'the toll was unfair']],
    ['Ann Roe started a petition this week calling on the port to pay.', ['Ann Roe', 'on the port to pay']],
  ],
  'an aside that ends in a quotation': [
    [
      'Ann Roe, who calls Bo Lee a “gambler,” said she would stay.',
      ['Ann Roe', 'Bo Lee a “gambler,”'],
      ['Ann Roe', 'she would stay'],
    ],
    [
      'However good the goal, using the toll “is a bad idea,” said Ann Roe.',
      ['Ann Roe', 'However good the goal, using the toll “is a bad idea,”'],
    ],
  ],
  'an aside with an aside in it': [
    ['Ann Roe, who lives outside of the capital, Kalvik, said she hoped for rain.', ['Ann Roe', 'she hoped for rain']],
    [
      'Ann Roe, who was a member of the Harbour Union, a group of pilots, said that it was late.',
      ['Ann Roe', 'it was late'],
    ],
    [
      'On Tuesday, after winning the vote, Gov. Ann Roe (R-Ky.), said, “I am ready to go home now.”',
      ['Ann Roe', 'I am ready to go home now.'],
    ],
    ['The aides, led by Ann Roe, told the group that it was late.', ['aides', 'it was late']],
  ],
  'a question before the next quotation': [
    [
      'Ann Roe said the port was shut, and when asked why, she said, “The ice is too thin.”',
      ['Ann Roe', 'the port was shut'],
      ['Ann Roe', 'The ice is too thin.'],
    ],
  ],
  'a clause whose verb no ending shows': [
    [
      'Ann Roe said it was late, but suggested Bo Lee went too far.',
      ['Ann Roe', 'it was late'],
      ['Ann Roe', 'Bo Lee went too far'],
    ],
  ],
  'a speaker whose name follows "known as"': [
    ['“There was no order,” said the harbour chief known as Bo, a pilot.', ['harbour chief', 'There was no order']],
  ],
  'a clause with "when" behind a phrase that waits': [
    [
      'In the early years, Ann Roe said, when she earned little, her boss invited her to lunch.',
      ['Ann Roe', 'In the early years', 'when she earned little, her boss invited her to lunch'],
    ],
    ['The bridge is safe, Ann Roe said, when the vote was over.', ['Ann Roe', 'The bridge is safe']],
  ],
  'a question before the main clause': [
    [
      'When asked by a host if it was late, Ann Roe said, “I have not heard that” from the pilots.',
      ['host', 'if it was late'],
      ['Ann Roe', '“I have not heard that” from the pilots'],
    ],
  ],
  'a phrase before the subject': [
    [
      'In a statement released on Monday, Ann Roe reacted to the news, saying: “The port should be shut for good.”',
      ['Ann Roe', 'The port should be shut for good.'],
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
