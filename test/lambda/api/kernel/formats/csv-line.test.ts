import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from '../../../../../lambda/api/kernel/formats/csv-line.ts';

const cellOf = (value: unknown): string => (parse(csvLine([value, 'end'])) as string[][])[0]?.[0] ?? '';

test.each([
  ['=1+1', "'=1+1"],
  ['\n=1+1', "'\n=1+1"],
  ['  @SUM(A1)', "'  @SUM(A1)"],
  ['\u00a0+1', "'\u00a0+1"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠a', "'＠a"],
  ['\u3000＝1', "'\u3000＝1"],
  ['\u202e=1', "'=1"],
  ['\u0007=1', "'=1"],
  ['\u001b]0;title\u0007Ann', ']0;titleAnn'],
  [' The quay', ' The quay'],
  [-1, '-1'],
])('%j is %j', (value, cell) => {
  expect(cellOf(value)).toBe(cell);
});

test('no cell of text begins with what a spreadsheet runs, nor steers a terminal', () => {
  const unit = fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '＝',
    '－',
    ' ',
    '\t',
    '\n',
    '\r',
    '\u00a0',
    '\u001b',
    '\u202e',
    '"',
    ',',
    'a',
  );
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const cell = cellOf(text);
      expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      expect(['\u001b', '\u202e'].filter((one) => cell.includes(one))).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});
