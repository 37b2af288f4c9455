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
  ['letters without space', 'a'],
  ['line breaks', '\n'],
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

const milliseconds = (text: string): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const started = processorMilliseconds();
    extractStatements({ text });
    best = Math.min(best, processorMilliseconds() - started);
  }
  return best;
};

describe('time grows with the text, not with its square', () => {
  it.each(VARIED)('%s', (_name, piece) => {
    const make = (size: number): string => {
      const parts: string[] = [];
      for (let index = 0, length = 0; length < size; index++)
        length += parts[parts.push(piece(index)) - 1]?.length ?? 0;
      return parts.join('');
    };
    expect(milliseconds(make(200_000))).toBeLessThan(9 * milliseconds(make(50_000)) + 60);
  });

  it.each(PATTERNS)('%s', (_name, unit) => {
    const short = unit.repeat(Math.ceil(50_000 / unit.length));
    const long = unit.repeat(Math.ceil(200_000 / unit.length));
    // four times the text: a square law would take sixteen times as long
    expect(milliseconds(long)).toBeLessThan(9 * milliseconds(short) + 60);
  });
});
