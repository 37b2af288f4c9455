import { listDates } from '../../api/dates/list-dates.ts';
import { datesQuerySchema } from '../../api/dates/query.ts';
import type { DateRow } from '../../api/dates/rows.ts';
import { csvColumns } from '../../api/kernel/formats/columns.ts';
import { nextDay } from '../../api/kernel/parameters/moment.ts';
import { addContext, LONGEST_CONTEXT } from '../../api/statements/add-context.ts';
import { listStatements } from '../../api/statements/list-statements.ts';
import { statementsQuerySchema } from '../../api/statements/query.ts';
import type { StatementRow } from '../../api/statements/rows.ts';
import type { Download } from './download.ts';

const ofPages = { limit: true, cursor: true, fields: true, format: true } as const;
const statementsQuery = statementsQuerySchema.omit({ ...ofPages, changedAfter: true });
const datesQuery = datesQuerySchema.omit(ofPages);

/** Statements with the sentence around each, newest article first. */
export const statementsDownload: Download<typeof statementsQuery> = {
  noun: 'statements',
  query: statementsQuery,
  columns: csvColumns.statementInContext,
  read: (query, limit, after, context) => listStatements({ ...query, limit }, after, context),
  complete: (rows, context) => addContext(rows as StatementRow[], context),
  // A character of the context takes three bytes, or two characters four.
  completedBytes: 3 * LONGEST_CONTEXT + 10,
  placeOf: (row) => (row as StatementRow).sortAt,
  // `to` is exclusive for a moment.
  rangeOf: (behind, last) => ({ ...(last !== null && { from: last }), ...(behind !== null && { to: behind }) }),
};

/** Days ahead, the next one first. */
export const datesDownload: Download<typeof datesQuery> = {
  noun: 'dates',
  query: datesQuery,
  columns: csvColumns.date,
  read: (query, limit, after, context) => listDates({ ...query, limit }, after, context),
  completedBytes: 0,
  placeOf: (row) => (row as DateRow).date,
  rangeOf: (behind, last) => ({
    ...(behind !== null && { from: nextDay(behind) }),
    ...(last !== null && { to: last }),
  }),
};
