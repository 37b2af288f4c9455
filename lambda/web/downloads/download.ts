import type * as z from 'zod';
import { csvLine, fieldOf } from '../../api/kernel/formats/csv-line.ts';
import type { Page } from '../../api/kernel/lists/walk.ts';
import type { QueryContext } from '../../api/kernel/query-context.ts';

/** A list that people download whole. */
export interface Download<Query extends z.ZodObject = z.ZodObject> {
  /** What its rows are, in the plural; the name of its file and of the list in `dateline export`. */
  noun: 'statements' | 'dates';
  /** The filters, as the query string has them. */
  query: Query;
  columns: readonly string[];
  read(query: z.infer<Query>, limit: number, after: string | undefined, context: QueryContext): Promise<Page<object>>;
  /** Adds what only exports have. */
  complete?(rows: object[], context: QueryContext): Promise<object[]>;
  /** So many bytes more than its other cells a completed row may have. */
  completedBytes: number;
  /** The value of `from` and `to` that a row lies at; rows come in the order of it, or against it. */
  placeOf(row: object): string;
  /** The parameters of a part that begins behind one place, and ends with another; `null` where the search itself begins or ends. */
  rangeOf(behind: string | null, last: string | null): Record<string, string>;
}

/** Rows that are read at once. */
const PAGE = 500;

/** Reads every row of a search, page by page, each when it is asked for. */
export async function* allRows<Query extends z.ZodObject>(
  download: Download<Query>,
  query: z.infer<Query>,
  context: QueryContext,
): AsyncGenerator<object[]> {
  let after: string | undefined;
  do {
    const page: Page<object> = await download.read(query, PAGE, after, context);
    yield page.rows;
    after = page.next ?? undefined;
  } while (after !== undefined);
}

/** The first line of the file. */
export function headerOf({ columns }: Pick<Download, 'columns'>): string {
  return csvLine([...columns]);
}

/** Rows as lines of the file. */
export function linesOf({ columns }: Pick<Download, 'columns'>, rows: readonly object[]): string[] {
  return rows.map((row) => csvLine(columns.map((column) => fieldOf(row, column))));
}
