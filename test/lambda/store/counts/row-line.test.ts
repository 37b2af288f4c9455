import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toInstant } from '../../../../lambda/model/instant.ts';
import { lineOfRow, lineStart, rowOfLine } from '../../../../lambda/store/counts/row-line.ts';
import type { RollupRow } from '../../../../lambda/store/store-shapes.ts';

const DAY = '2026-03-01';

const count = fc.nat({ max: 2_000 });
const moment = fc.integer({ min: 0, max: 4e12 }).map(toInstant);
const times = { statements: count, undated: count };
const row = fc.record(
  {
    day: fc.constant(DAY),
    subject: fc.oneof(fc.constantFrom('SPEAKER#ada-brook', 'SPEAKER#', 'FEED#0123', 'ALL'), fc.string()),
    name: fc.oneof(fc.constantFrom('Ada Brook', 'ada brook', ''), fc.string()),
    items: count,
    copies: count,
    statements: count,
    quoted: count,
    undated: fc.record({ items: count, copies: count, statements: count, quoted: count }),
    types: fc.record({ direct: count, indirect: count, mixed: count }),
    bands: fc.record({ high: count, fair: count, low: count }),
    roles: fc.array(fc.record({ text: fc.string(), ...times }), { maxLength: 3 }),
    outlets: fc.array(fc.record({ feedId: fc.string(), ...times }), { maxLength: 3 }),
    seen: fc.record({ first: moment, last: moment }),
  },
  {
    requiredKeys: [
      ...(['day', 'subject', 'name', 'items', 'copies', 'statements', 'quoted'] as const),
      ...(['undated', 'types', 'bands', 'roles', 'outlets'] as const),
    ],
  },
) as fc.Arbitrary<RollupRow>;

describe('a count as a line', () => {
  it('is the count again, and begins as that of no other subject', () => {
    fc.assert(
      fc.property(row, row, (one, other) => {
        const line = lineOfRow(one);
        expect(rowOfLine(line, DAY)).toEqual(one);
        expect(line).not.toContain('\n');
        expect(line.startsWith(lineStart(one.subject))).toBe(true);
        if (other.subject !== one.subject) expect(line.startsWith(lineStart(other.subject))).toBe(false);
      }),
    );
  });

  it('is short where most is as usual', () => {
    const usual: RollupRow = {
      ...{ day: DAY, subject: 'SPEAKER#ada-brook', name: 'Ada Brook', items: 1, copies: 0, statements: 2, quoted: 1 },
      undated: { items: 0, copies: 0, statements: 0, quoted: 0 },
      types: { direct: 2, indirect: 0, mixed: 0 },
      bands: { high: 2, fair: 0, low: 0 },
      roles: [{ text: 'harbour master', statements: 2, undated: 0 }],
      outlets: [{ feedId: '0123456789abcdef', statements: 2, undated: 0 }],
      seen: { first: '2026-03-01T01:00:00Z', last: '2026-03-01T01:00:00Z' },
    };
    expect(lineOfRow(usual)).toBe(
      '["SPEAKER#ada-brook",0,[1,2,1,2,0,2],[["harbour master",2]],[["0123456789abcdef",2]],[3600000]]',
    );
  });

  it.each(['', '[]', '{', '["a",1]', '["a",0,[-1]]'])('that is %j is refused with its day', (line) => {
    expect(() => rowOfLine(line, DAY)).toThrow(DAY);
  });
});
