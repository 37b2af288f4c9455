import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../../lambda/extract/speakers/extract-statements.ts';
import { SIEVES } from '../../../../lambda/extract/speakers/sieves/run-sieves.ts';

interface Case {
  rule: string;
  text: string;
  /** Speaker and the spans' words; `null` where the rule must find nothing. */
  finds: [speaker: string | null, ...spans: string[]] | null;
}

const CASES: Case[] = [
  {
    rule: 'transcript',
    text: 'MODERATOR: Good evening.\nANN ROE: Thank you. We will win.\nROE: That is all.',
    finds: ['MODERATOR', 'Good evening.'],
  },
  { rule: 'transcript', text: 'ROE: One label alone is a heading.\n\nThe plan is dead.', finds: null },
  {
    rule: 'quote-then-speaker',
    text: '“The ice is thin,” harbour master Ann Roe told reporters on Friday. “Stay ashore.”',
    finds: ['Ann Roe', 'The ice is thin', 'Stay ashore.'],
  },
  { rule: 'quote-then-speaker', text: 'The “deal” Ann Roe said nothing of is dead.', finds: null },
  {
    rule: 'quote-then-verb',
    text: "''We sail at dawn,'' said Ann Roe, a retired pilot from Kalvik.",
    finds: ['Ann Roe', 'We sail at dawn'],
  },
  { rule: 'quote-then-verb', text: '“We sail at dawn,” the note read, echoing Ann Roe.', finds: null },
  {
    rule: 'speaker-then-quote',
    text: 'Ann Roe, who runs the port, told the crowd: "We sail," and "We win."',
    finds: ['Ann Roe', 'We sail', 'We win.'],
  },
  { rule: 'speaker-then-quote', text: 'Ann Roe said in her book "The Long Winter" that ice is cheap.', finds: null },
  {
    rule: 'according-to',
    text: 'Two tugs have left the port, according to the Norvanian Maritime Agency.',
    finds: ['Norvanian Maritime Agency', 'Two tugs have left the port'],
  },
  { rule: 'according-to', text: 'According to plan, the tugs left.', finds: null },
  {
    rule: 'postposed',
    text: 'The bridge, Ann Roe said, is closed for the winter.',
    finds: ['Ann Roe', 'The bridge', 'is closed for the winter'],
  },
  { rule: 'postposed', text: 'After the storm, Ann Roe said the bridge was closed.', finds: null },
  {
    rule: 'that-clause',
    text: 'Ann Roe said in an interview with The Daily Bell on Monday that the bridge was closed.',
    finds: ['Ann Roe', 'the bridge was closed'],
  },
  { rule: 'that-clause', text: 'Ann Roe did not say that the bridge was closed.', finds: null },
  {
    rule: 'bare-clause',
    text: 'Ann Roe told reporters the bridge was closed, but Bo Lee said it was open.',
    finds: ['Ann Roe', 'the bridge was closed'],
  },
  { rule: 'bare-clause', text: 'Ann Roe said in a statement on Monday.', finds: null },
  {
    rule: 'speech-noun',
    text: 'Ann Roe expressed deep regret over the closing of the bridge.',
    finds: ['Ann Roe', 'deep regret over the closing of the bridge'],
  },
  { rule: 'speech-noun', text: 'Ann Roe made a surprise visit to Kalvik.', finds: null },
  {
    rule: 'complement',
    text: 'Ann Roe warned against a rushed deal, adding that ice is thin.',
    finds: ['Ann Roe', 'against a rushed deal', 'ice is thin'],
  },
  { rule: 'complement', text: 'Ann Roe refused to cross the bridge.', finds: null },
  { rule: 'object', text: 'Ann Roe rejected that offer.', finds: ['Ann Roe', 'that offer'] },
  { rule: 'object', text: 'Ann Roe crossed the bridge and claims were made.', finds: null },
  {
    rule: 'colon-lead-in',
    text: 'Ann Roe had one wish for the new year:\n\n“Let the bridge stand.”',
    finds: ['Ann Roe', 'Let the bridge stand.'],
  },
  { rule: 'colon-lead-in', text: 'The sign was new:\n\nThe bridge is closed.', finds: null },
  {
    rule: 'signature',
    text: '“The bridge is the town.” — Ann Roe, ferry captain',
    finds: ['Ann Roe', 'The bridge is the town.'],
  },
  { rule: 'signature', text: '“The bridge is the town.” — so it went on for years.', finds: null },
  {
    rule: 'reply-noun',
    text: 'Ann Roe was asked to sail. “Not at night,” came her reply.',
    finds: ['Ann Roe', 'Not at night'],
  },
  { rule: 'reply-noun', text: '“The Long Winter,” came out in May in her town.', finds: null },
  {
    rule: 'infinitive-cue',
    text: 'Ann Roe took to the stage to argue that the bridge must stand.',
    finds: ['Ann Roe', 'the bridge must stand'],
  },
  { rule: 'infinitive-cue', text: 'Ann Roe declined to say that the bridge must stand.', finds: null },
  {
    rule: 'participle',
    text: 'Ann Roe crossed the bridge on Monday, saying that it would stand.',
    finds: ['Ann Roe', 'it would stand'],
  },
  { rule: 'participle', text: 'Ann Roe refrained from criticizing the bridge.', finds: null },
  {
    rule: 'noun-cue',
    text: 'The port is quiet in spite of Ann Roe’s repeated claim that the ice is thin.',
    finds: ['Ann Roe', 'the ice is thin'],
  },
  { rule: 'noun-cue', text: 'The port is quiet, and the claim that the ice is thin is old.', finds: null },
  {
    rule: 'follow-up',
    text: 'Ann Roe praised the crew, she said in a statement. “They saved the bridge twice.”',
    finds: ['Ann Roe', 'They saved the bridge twice.'],
  },
  { rule: 'follow-up', text: 'The bridge stood empty.\n\n“They saved the bridge twice.”', finds: null },
];

const found = (text: string, rule: string) => extractStatements({ text }).statements.filter((one) => one.rule === rule);

describe('sieves', () => {
  it.each(CASES.filter(({ finds }) => finds !== null))('$rule finds: $text', ({ rule, text, finds }) => {
    const [first] = found(text, rule);
    const words = first?.spans.map(({ start, end }) => text.slice(start, end));
    expect([first?.speaker?.name ?? null, ...(words ?? [])]).toEqual(finds);
  });

  it.each(CASES.filter(({ finds }) => finds === null))('$rule leaves alone: $text', ({ rule, text }) => {
    expect(found(text, rule)).toEqual([]);
  });

  it('has a case of both kinds for every rule that makes statements', () => {
    // "continuation" only lengthens statements of other rules; it is tested with the split quotations
    const names = SIEVES.map(({ name }) => name).filter((name) => name !== 'continuation');
    for (const wanted of [true, false]) {
      const tested = new Set(CASES.filter(({ finds }) => (finds !== null) === wanted).map(({ rule }) => rule));
      expect(names.filter((name) => !tested.has(name))).toEqual([]);
    }
  });

  it.each<[text: string, speaker: string, ...spans: string[]]>([
    ['As Ann Roe put it, the old bridge is the town.', 'Ann Roe', 'the old bridge is the town'],
    ['The old bridge is the town, as Ann Roe put it.', 'Ann Roe', 'The old bridge is the town'],
    ['Ferries will run all night, said Ann Roe, a pilot who left the navy.', 'Ann Roe', 'Ferries will run all night'],
    ['Even if ice comes, ferries will run, said Ann Roe.', 'Ann Roe', 'Even if ice comes, ferries will run'],
    ['The bridge is shut, harbour master Ann Roe told a council panel Monday.', 'Ann Roe', 'The bridge is shut'],
    ['Ann Roe said, among other things, that the bridge is shut.', 'Ann Roe', 'the bridge is shut'],
    ['Bo Lee was asked by Ann Roe whether the bridge was shut.', 'Ann Roe', 'whether the bridge was shut'],
    ['Asked by Ann Roe whether the bridge was shut, Bo Lee left.', 'Ann Roe', 'whether the bridge was shut'],
    ['Ann Roe called the toll “a theft” on her radio show.', 'Ann Roe', 'the toll “a theft”'],
    ['Ann Roe called the toll a theft and walked out.', 'Ann Roe', 'the toll a theft'],
    ['Ann Roe announced her plan to run in May.', 'Ann Roe', 'her plan to run in May'],
    ['Ann Roe asked Bo Lee about the bridge tolls.', 'Ann Roe', 'about the bridge tolls'],
    ['Noting that ice is thin, Ann Roe left the pier.', 'Ann Roe', 'ice is thin'],
    ['Mayor Ann Roe Says Old Bridge Will Stand For Years', 'Ann Roe', 'Old Bridge Will Stand For Years'],
    ["“They shout, 'Enough,' ” said Ann Roe.", 'Ann Roe', "They shout, 'Enough,'"],
    [
      'Ann Roe said of the toll, long before the vote was called, “It is a tax on the poor.”',
      'Ann Roe',
      'It is a tax on the poor.',
    ],
  ])('reads: %s', (text, speaker, ...spans) => {
    const { statements } = extractStatements({ text });
    expect(statements.map((one) => one.speaker?.name)).toEqual([speaker]);
    expect(statements[0]?.spans.map(({ start, end }) => text.slice(start, end))).toEqual(spans);
  });

  it.each([
    'The crew would say that the bridge is shut.',
    'If Ann Roe said that the bridge is shut, we would leave.',
    'Ann Roe never said that the bridge is shut.',
    'Ann Roe has not denied that the bridge is shut.',
    'Ann Roe will announce her plan in May.',
    'Ann Roe wrote a book about the bridge that was sold out.',
    'The Kalvik attacks test the port.',
    'The Union called a strike for Monday.',
  ])('invents nothing: %s', (text) => {
    expect(extractStatements({ text }).statements).toEqual([]);
  });

  it('joins the parts of a split quotation, also over paragraphs that each open with a mark', () => {
    const text = '“We sail,” Ann Roe said, “at dawn.”\n\n“It began,” she added. “It went on.\n\n“It ended.”';
    const { statements } = extractStatements({ text });
    expect(statements.map((one) => one.spans.map(({ start, end }) => text.slice(start, end)))).toEqual([
      ['We sail', 'at dawn.'],
      ['It began', 'It went on.', 'It ended.'],
    ]);
  });
});
