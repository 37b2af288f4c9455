import { listDates } from '../lists/list-dates.ts';
import { datesQuerySchema } from '../parameters/queries.ts';
import { dateRowSchema } from '../responses.ts';
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
    rows: [dateRowSchema],
    read: async ({ values, after }, reading) => ({
      rows: dateRowSchema,
      page: await listDates(values, after, reading),
    }),
  }),
];
