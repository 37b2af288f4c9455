import { expect, test } from 'vitest';
import * as z from 'zod';
import type { QueryContext } from '../../../../lambda/api/kernel/query-context.ts';
import { cutParts } from '../../../../lambda/web/downloads/cut-parts.ts';
import type { Download } from '../../../../lambda/web/downloads/download.ts';

const MEGABYTE = 'x'.repeat(1_000_000);

/** A download of rows at these places, each of a megabyte, in pages of three. */
function downloadOf(places: string[]): Download<z.ZodObject> {
  return {
    noun: 'statements',
    query: z.object({}),
    columns: ['text'],
    completedBytes: 0,
    read: async (_query, _limit, after) => {
      const start = Number(after ?? 0);
      const rows = places.slice(start, start + 3).map((place) => ({ place, text: MEGABYTE }));
      return { rows, next: start + 3 < places.length ? String(start + 3) : null, truncated: false };
    },
    placeOf: (row) => (row as { place: string }).place,
    rangeOf: (behind, last) => ({ ...(last !== null && { from: last }), ...(behind !== null && { to: behind }) }),
  };
}

const cut = (places: string[]) => cutParts(downloadOf(places), {}, {} as QueryContext);

test('parts are ranges that touch, the first and the last one open', async () => {
  const { parts, rows, goOn } = await cut(['i', 'h', 'g', 'f', 'e', 'd', 'c', 'b', 'a']);
  expect([rows, goOn]).toEqual([9, null]);
  expect(parts.map(({ range, rows }) => [range, rows])).toEqual([
    [{ from: 'f' }, 4],
    [{ from: 'b', to: 'f' }, 4],
    [{ to: 'b' }, 1],
  ]);
});

test('rows of one place are never divided, also where they are too many for any answer', async () => {
  const { parts } = await cut(['c', 'c', 'c', 'b', 'b', 'b', 'b', 'b', 'b', 'a']);
  expect(parts.map(({ rows, isTooLong, last }) => [last, rows, isTooLong])).toEqual([
    ['c', 3, false],
    ['b', 6, true],
    ['a', 1, false],
  ]);
});

test('of nothing there are none', async () => {
  expect(await cut([])).toEqual({ parts: [], rows: 0, goOn: null });
});
