import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../../lambda/extract/speakers/extract-statements.ts';
import { extractedStatementSchema } from '../../../../lambda/model/statement.ts';
import { gapsOfQuotation } from './verbatim.ts';

const PIECES = [
  'Ann Roe',
  'Mr. Roe',
  'Norvanian Minister Lena Okafor',
  'she',
  'He',
  'the minister',
  'officials',
  'said',
  'told reporters',
  'that',
  'warned against',
  'expressed',
  'deep concern',
  'saying',
  'according to',
  'to argue',
  '"',
  '“',
  '”',
  "''",
  '‘',
  '’',
  "'",
  '«',
  '»',
  ',',
  '.',
  ':',
  '?',
  ';',
  ' — ',
  '(R-Ky.)',
  '\n\n',
  '\n',
  'the plan',
  'is dead',
  'on Tuesday',
  'on Friday, is closed',
  'less than a third',
  'as many as',
  'two or',
  'none of them',
  'the rest',
  'and',
  'but',
  'who',
  'a doctor',
  'NATO',
  'U.S.',
  '“deal”',
  '12',
  '😀',
  '\u0000',
  'é',
  '̈',
  '\ud800',
];
const newsish = fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((pieces) => pieces.join(' '));
const anyText = fc.oneof(
  newsish,
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
);

describe('extractStatements on any text', () => {
  it('gives spans that are ordered, lie inside the text and slice back', () => {
    fc.assert(
      fc.property(anyText, fc.nat(20), (text, bodyStart) => {
        const { statements, speakers } = extractStatements({ text, bodyStart: Math.min(bodyStart, text.length) });
        for (const statement of statements) {
          extractedStatementSchema.parse(statement);
          expect(gapsOfQuotation(statement, text)).toEqual([]);
          expect(statement.start).toBe(statement.spans[0]?.start);
          expect(statement.end).toBe(statement.spans.at(-1)?.end);
          expect(statement.end).toBeLessThanOrEqual(text.length);
          let reached = 0;
          for (const { start, end } of statement.spans) {
            expect(start).toBeGreaterThanOrEqual(reached);
            expect(end).toBeGreaterThan(start);
            reached = end;
          }
          for (const span of [statement.cue, statement.speaker?.mention])
            if (span) expect(text.slice(span.start, span.end)).toBe(span.text);
        }
        const named = statements.filter(({ speaker }) => speaker !== null).length;
        expect(speakers.reduce((sum, speaker) => sum + speaker.statements, 0)).toBe(named);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the same twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(extractStatements({ text })).toEqual(extractStatements({ text }));
      }),
    );
  });
});
