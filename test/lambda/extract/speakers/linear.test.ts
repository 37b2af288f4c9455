import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../../lambda/extract/speakers/extract-statements.ts';
import { processorMilliseconds } from '../../../support/processor-time.ts';

const PATTERNS: [name: string, unit: string][] = [
  ['double quotes only', '"'],
  ['opening quotes only', '“ '],
  ['single quotes only', "‘a 'b "],
  ['capitals only', 'Ann Roe '],
  ['one surname, many given names', 'Aa Roe. Bb Roe. Roe. Mr. Roe. '],
  ['commas only', ', '],
  ['brackets only', ') , ('],
  ['cue words only', 'said '],
  ['cue words with a name', 'Ann said warned told '],
  ['according to only', 'according to Ann '],
  ['quotations only', '“Yes, it is so.” '],
  ['unclosed paragraphs', '“It goes on and on\n\n'],
  ['pronouns', 'He said it. She said it. '],
  ['nouns of speech', 'his claim that '],
  ['passives', 'asked by Ann '],
  ['fronted participles', 'noting , '],
  ['asides', 'Ann said, so , '],
  ['titles', 'the minister said no deal. President Roe said so again. '],
  ['counts without end', 'one or two to three and a third '],
  ['attributions that nothing closes', 'The bridge, Ann said on Friday, '],
  ['counted people', 'one of some 20 percent of '],
  ['it and they', 'It said it. They say so. '],
  ['any source', 'according to data from the '],
  ['quoted by another', 'quoted Ann as saying '],
  ['people with a clause', 'villagers who fled who said '],
  ['lists of names', 'Ann Roe, Bo Lee and '],
  ['names that go on', 'Centre for Tides and Kalvik & '],
  ['owners', 'Ann Roe’s plan failed. She said no. '],
  ['headlines with a dash', 'Port to open – minister\n\n'],
  ['letters without space', 'a'],
  ['line breaks', '\n'],
  ['one word in capitals', 'A'],
  ['one word in accented capitals', 'É'],
  ['one word in Greek capitals', 'Ω'],
  ['hyphens in one name', 'Jean-'],
  ['apostrophes in one name', 'O’Roe'],
  ['full stops in one name', 'A.b.'],
];

/** Two words as long as the text: what reads on from each letter of the first meets the second. */
const WORDS: [name: string, first: string, second: string][] = [
  ['two long words in capitals', 'A', 'B'],
  ['two long words', 'a', 'b'],
  ['a long name with an honour', 'É', 'KC'],
];

/** Texts in which every name or office is another one, or in which one article is repeated. */
const VARIED: [name: string, piece: (index: number) => string][] = [
  ['many ministers', (index) => `Minister Ann R${index.toString(36)} came. The minister said no. `],
  ['many persons of one surname', (index) => `A${index.toString(36)} Roe left. Roe said no. `],
  ['one person, many roles', (index) => `Ann Roe, head of K${index}, said no. The head of K${index} said so. `],
  [
    'one article again and again',
    () => 'Mayor Ann Roe met Bo. Kalvik said no. The mayor told Bo “it is late.” She left. “So what,” he said.\n\n',
  ],
];

/** Processor time of one extraction. */
const milliseconds = (text: string): number => {
  const started = processorMilliseconds();
  extractStatements({ text });
  return processorMilliseconds() - started;
};

const SHORT = 10_000;
const SLACK_MS = 15;

/** Four times the text, where a square law would take sixteen times as long; measured again only where other work on the machine may have disturbed it. */
function isLinear(make: (size: number) => string): boolean {
  const [short, long] = [make(SHORT), make(4 * SHORT)];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 5; round++) {
    least = Math.min(least, milliseconds(short));
    most = Math.min(most, milliseconds(long));
    if (most < 9 * least + SLACK_MS) return true;
  }
  return false;
}

describe('time grows with the text, not with its square', () => {
  it.each(VARIED)('%s', (_name, piece) => {
    const make = (size: number): string => {
      const parts: string[] = [];
      for (let index = 0, length = 0; length < size; index++)
        length += parts[parts.push(piece(index)) - 1]?.length ?? 0;
      return parts.join('');
    };
    expect(isLinear(make)).toBe(true);
  });

  it.each(WORDS)('%s', (_name, first, second) => {
    expect(isLinear((size) => `${first.repeat(size / 2)} ${second.repeat(size / (2 * second.length))}`)).toBe(true);
  });

  it.each(PATTERNS)('%s', (_name, unit) => {
    expect(isLinear((size) => unit.repeat(Math.ceil(size / unit.length)))).toBe(true);
  });
});
