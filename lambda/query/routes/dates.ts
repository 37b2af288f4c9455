import { csvColumns } from '../formats/columns.ts';
import { dateEntry } from '../formats/feed-entry.ts';
import { listDates } from '../lists/list-dates.ts';
import { datesQuerySchema } from '../parameters/queries.ts';
import { type DateRow, dateRowSchema } from '../responses.ts';
import { listRoute } from './list-route.ts';

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
    read: async ({ values, after }, reading) => ({
      rows: dateRowSchema,
      page: await listDates(values, after, reading),
      form: { columns: csvColumns.date, entry: (row) => dateEntry(row as DateRow) },
    }),
  }),
];
