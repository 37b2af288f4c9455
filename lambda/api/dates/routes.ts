import { csvColumns } from '../kernel/formats/columns.ts';
import { listRoute } from '../kernel/routes/list-route.ts';
import { dateEntry } from './feed-entry.ts';
import { listDates } from './list-dates.ts';
import { datesQuerySchema } from './query.ts';
import { type DateRow, dateRowSchema } from './rows.ts';

/** Days ahead. */
export const dateRoutes = [
  listRoute({
    address: '/v1/dates',
    name: 'listDates',
    list: 'dates',
    tag: 'dates',
    summary: 'Days ahead that articles speak of, the next one first',
    query: datesQuerySchema,
    title: 'Dateline: days ahead',
    formats: ['json', 'ndjson', 'csv', 'rss', 'jsonfeed'],
    rows: [dateRowSchema],
    read: async ({ values, after }, context) => ({
      rows: dateRowSchema,
      page: await listDates(values, after, context),
      form: { columns: csvColumns.date, entry: (row) => dateEntry(row as DateRow) },
    }),
  }),
];
