import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeNewest, readMergedPosition } from '../../../../../lambda/api/kernel/lists/merge-newest.ts';
import { type Page, walk } from '../../../../../lambda/api/kernel/lists/walk.ts';
import { toInstant } from '../../../../../lambda/model/instant.ts';
import type { Positioned } from '../../../../../lambda/store/store-shapes.ts';

async function* list(numbers: number[], after = -1): AsyncIterable<Positioned<number>> {
  for (const [index, record] of numbers.entries()) if (index > after) yield { position: String(index), record };
}

const page = (numbers: number[], limit: number, mostRead: number, after?: string | null): Promise<Page<number>> =>
  walk({
    source: list(numbers, after == null ? -1 : Number(after)),
    limit,
    mostRead,
    keep: (number) => number % 3 !== 0,
    join: async (records) => records.map((number) => (number % 5 === 0 ? null : number)),
  });

describe('walking a list', () => {
  test('pages together are the whole, each row once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(30), { maxLength: 60 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 9 }),
        async (numbers, limit, mostRead) => {
          const rows: number[] = [];
          let next: string | null = null;
          do {
            const found: Page<number> = await page(numbers, limit, mostRead, next);
            expect(found.rows.length).toBeLessThanOrEqual(limit);
            if (found.truncated) expect(found.next).not.toBeNull();
            if (found.rows.length < limit && found.next !== null) expect(found.truncated).toBe(true);
            rows.push(...found.rows);
            next = found.next;
          } while (next !== null);
          expect(rows).toEqual(numbers.filter((number) => number % 3 !== 0 && number % 5 !== 0));
        },
      ),
    );
  });

  test('a full page at the end of the list has no next', async () => {
    expect(await page([1, 2, 3], 2, 100)).toEqual({ rows: [1, 2], places: ['0', '1'], next: null, truncated: false });
  });

  test('reading stops at the bound, says so and goes on there', async () => {
    const numbers = Array.from({ length: 20 }, () => 3).concat(1);
    const first = await page(numbers, 5, 10);
    expect(first).toEqual({ rows: [], places: [], next: '9', truncated: true });
    const second = await page(numbers, 5, 10, first.next);
    expect(second).toEqual({ rows: [], places: [], next: '19', truncated: true });
    expect(await page(numbers, 5, 10, second.next)).toEqual({
      rows: [1],
      places: ['20'],
      next: null,
      truncated: false,
    });
  });
});

describe('merging lists', () => {
  const lists: Record<string, number[]> = { a: [90, 70, 70, 10], b: [80, 70, 5], c: [] };
  const open = async function* (
    name: string,
    after = '-1',
  ): AsyncIterable<Positioned<{ sortAt: string; itemId: string; start: number }>> {
    for (const [index, at] of (lists[name] ?? []).entries()) {
      if (index > Number(after))
        yield { position: String(index), record: { sortAt: toInstant(at * 500), itemId: 'one', start: index } };
    }
  };
  const collect = async (starts: Record<string, string | null>) => {
    const found: { position: string; at: number }[] = [];
    for await (const { position, record } of mergeNewest(starts, open)) {
      found.push({ position, at: Date.parse(record.sortAt) / 500 });
    }
    return found;
  };

  test('is newest first, and goes on behind any position', async () => {
    const all = await collect({ a: null, b: null, c: null });
    expect(all.map(({ at }) => at)).toEqual([90, 80, 70, 70, 70, 10, 5]);
    for (const [index, { position }] of all.entries()) {
      const rest = await collect(readMergedPosition(position, 3));
      expect(rest.map(({ at }) => at)).toEqual(all.slice(index + 1).map(({ at }) => at));
    }
  });

  test.each(['', 'null', '[]', '{"a":1}', '{"a":null,"b":null}'])('refuses the position %j', (text) => {
    expect(() => readMergedPosition(text, 1)).toThrow('cursor');
  });
});
