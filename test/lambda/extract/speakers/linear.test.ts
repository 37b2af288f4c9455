import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../../lambda/extract/speakers/extract-statements.ts';

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
  ['titles', 'the minister said no deal. President Roe said so again. '],
  ['letters without space', 'a'],
  ['line breaks', '\n'],
];

const milliseconds = (text: string): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const started = performance.now();
    extractStatements({ text });
    best = Math.min(best, performance.now() - started);
  }
  return best;
};

describe('time grows with the text, not with its square', () => {
  it.each(PATTERNS)('%s', (_name, unit) => {
    const short = unit.repeat(Math.ceil(50_000 / unit.length));
    const long = unit.repeat(Math.ceil(200_000 / unit.length));
    // four times the text: a square law would take sixteen times as long
    expect(milliseconds(long)).toBeLessThan(9 * milliseconds(short) + 60);
  });
});
