import type * as z from 'zod';
import { answerBytes, LARGEST_ANSWER } from '../../api/kernel/http/answer-length.ts';
import type { QueryContext } from '../../api/kernel/query-context.ts';
import { allRows, type Download, headerOf, linesOf } from './download.ts';

/** Rows that are looked at for one page of parts. */
const MOST_ROWS = 15_000;

/** Rows that fit into one answer, by the places of the first and the last of them. */
export interface Part {
  first: string;
  last: string;
  rows: number;
  /** The parameters that choose them. */
  range: Record<string, string>;
  /** True where the rows of one place are too many for any answer. */
  isTooLong: boolean;
}

/** A search in parts; `goOn` are the parameters of what is behind them, `null` where nothing is. */
export interface Parts {
  parts: Part[];
  rows: number;
  goOn: Record<string, string> | null;
}

/** Rows of one place, which no part may divide: parts are ranges, so that what comes meanwhile falls into one of them and is never left out. */
interface Group {
  place: string;
  rows: number;
  bytes: number;
}

/** Cuts a search into parts that each fit into one answer. */
export async function cutParts<Query extends z.ZodObject>(
  download: Download<Query>,
  query: z.infer<Query>,
  context: QueryContext,
): Promise<Parts> {
  const { groups, isAll } = await readGroups(download, query, context);
  // The last group may go on behind what was read.
  const whole = isAll ? groups : groups.slice(0, -1);
  const cuts: Group[][] = [];
  const room = LARGEST_ANSWER - answerBytes(headerOf(download));
  let bytes = 0;
  for (const group of whole) {
    const last = cuts.at(-1);
    if (last && bytes + group.bytes <= room) last.push(group);
    else {
      cuts.push([group]);
      bytes = 0;
    }
    bytes += group.bytes;
  }
  const parts = cuts.map((cut, index): Part => {
    const [first, last] = [cut[0]?.place ?? '', cut.at(-1)?.place ?? ''];
    const behind = cuts[index - 1]?.at(-1)?.place ?? null;
    const isLast = isAll && index === cuts.length - 1;
    return {
      first,
      last,
      rows: cut.reduce((sum, { rows }) => sum + rows, 0),
      range: download.rangeOf(behind, isLast ? null : last),
      isTooLong: cut.some((group) => group.bytes > room),
    };
  });
  const end = parts.at(-1)?.last ?? null;
  return {
    parts,
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    goOn: isAll || end === null ? null : download.rangeOf(end, null),
  };
}

async function readGroups<Query extends z.ZodObject>(
  download: Download<Query>,
  query: z.infer<Query>,
  context: QueryContext,
): Promise<{ groups: Group[]; isAll: boolean }> {
  const groups: Group[] = [];
  let read = 0;
  for await (const rows of allRows(download, query, context)) {
    const lines = linesOf(download, rows);
    for (const [index, row] of rows.entries()) {
      const place = download.placeOf(row);
      const bytes = answerBytes(lines[index] ?? '') + download.completedBytes;
      const last = groups.at(-1);
      if (last?.place === place) {
        last.rows += 1;
        last.bytes += bytes;
      } else groups.push({ place, rows: 1, bytes });
    }
    read += rows.length;
    // More than one place, or the page would come to nothing.
    if (read >= MOST_ROWS && groups.length > 1) return { groups, isAll: false };
  }
  return { groups, isAll: true };
}
