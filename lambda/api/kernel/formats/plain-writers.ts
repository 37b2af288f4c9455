import { safeJson } from '../../../common/control-characters.ts';
import { csvLine, fieldOf } from './csv-line.ts';
import type { PageWriter } from './page-frame.ts';

/** A JSON page: the rows in `data`. */
export const jsonWriter: PageWriter = {
  row: (row) => safeJson(row),
  page: (rows, { members }) => `{"data":[${rows.join(',')}],${safeJson(members).slice(1)}`,
};

/** A JSON object a line. */
export const ndjsonWriter: PageWriter = {
  row: (row) => `${safeJson(row)}\n`,
  page: (rows) => rows.join(''),
};

/** CSV with a header line, also where there are no rows. */
export function csvWriter(columns: readonly string[]): PageWriter {
  return {
    row: (row) => csvLine(columns.map((column) => fieldOf(row, column))),
    page: (rows) => csvLine([...columns]) + rows.join(''),
  };
}
