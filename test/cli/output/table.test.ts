import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain } from '../../../cli/output/plain.ts';
import { type Column, tableLines } from '../../../cli/output/table.ts';
import { displayWidth, shorten } from '../../../cli/output/width.ts';
import { csvLine } from '../../../lambda/api/kernel/formats/csv-line.ts';

type Row = [string, string];
const COLUMNS: Column<Row>[] = [
  { title: 'NAME', value: ([name]) => name },
  { title: 'TEXT', value: ([, text]) => text, flexible: 3 },
];

describe('tableLines', () => {
  test('columns are as wide as their widest cell', () => {
    expect(
      tableLines(
        [
          ['Ada', 'x'],
          ['Bo', 'longer'],
        ],
        COLUMNS,
        null,
      ),
    ).toEqual(['NAME  TEXT', 'Ada   x', 'Bo    longer']);
  });

  test('the flexible column gives room first', () => {
    const [, line] = tableLines([['Ada Marlowe', 'a text that is much too long']], COLUMNS, 30);
    expect(line).toBe('Ada Marlowe  a text that is m…');
  });

  test('numbers stand at the right', () => {
    const lines = tableLines(
      [
        ['1', ''],
        ['20', ''],
      ],
      [{ title: 'N', value: ([text]: Row) => text, align: 'right' }],
      null,
    );
    expect(lines).toEqual([' N', ' 1', '20']);
  });

  test('no line is wider than the terminal, nor steers it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }))), (rows) => {
        for (const line of tableLines(rows, COLUMNS, 40)) {
          expect(displayWidth(line)).toBeLessThanOrEqual(40);
          expect(line).not.toMatch(/\p{Cc}/u);
        }
      }),
    );
  });
});

test.each([
  ['abc', 3],
  ['新聞', 4],
  ['e\u0301', 1],
  ['🙂', 2],
])('%s takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('shorten cuts between characters', () => {
  expect(shorten('新聞社', 5)).toBe('新聞…');
  expect(shorten('short', 5)).toBe('short');
});

test('plain takes out what steers a terminal or turns the writing', () => {
  expect(plain('a\u001b[31mb\u202ec\nd\u009be')).toBe('a [31mb c d e');
});

test.each([
  [['a', 1, true, null, undefined], 'a,1,true,,\r\n'],
  [['a "b", c', 'x\ny'], '"a ""b"", c","x\ny"\r\n'],
  [['=1+1', '-2', -2], "'=1+1,'-2,-2\r\n"],
  [[['x', 'y']], '"[""x"",""y""]"\r\n'],
])('csvLine of %j', (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});
