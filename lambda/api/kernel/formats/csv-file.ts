import type { Context } from 'hono';
import { csvLine } from './csv-line.ts';

/** Answers with a table as a file of CSV, for a download: a line of names and the rows. */
export function csvFile(c: Context, name: string, columns: readonly string[], rows: readonly unknown[][]): Response {
  return c.body([[...columns], ...rows].map(csvLine).join(''), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
  });
}
