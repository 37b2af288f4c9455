import type { Hono } from 'hono';
import * as z from 'zod';
import type { AppEnv } from '../http/app-env.ts';
import { nextUrl, readListRequest } from '../http/list-request.ts';
import { listDates } from '../lists/list-dates.ts';
import { feedChoices } from '../lists/list-feeds.ts';
import type { Reading } from '../lists/reading.ts';
import { DatesPage } from '../pages/dates-page.tsx';
import { addMonths, lastDayOf } from '../pages/month-grid.ts';
import { datesQuerySchema } from '../parameters/queries.ts';
import { frameOf, todayOf } from './page-request.ts';

const MONTHS_SHOWN = 3;
const ENTRIES_SHOWN = 300;

const pageQuerySchema = datesQuerySchema.omit({ from: true, to: true, fields: true, limit: true }).extend({
  /** The first month shown. */
  month: z
    .string()
    .regex(/^[1-9]\d{3}-(0[1-9]|1[0-2])$/, 'give a month as 2026-11')
    .optional(),
});

/** Adds the calendar of what is coming. */
export function addDatesPage(app: Hono<AppEnv>, reading: Reading): void {
  app.get('/dates', async (c) => {
    const request = readListRequest(c, 'dates-page', pageQuerySchema);
    const today = todayOf(reading.clock);
    const { month = today.slice(0, 7), ...filters } = request.values;
    const from = month === today.slice(0, 7) ? today : `${month}-01`;
    const to = lastDayOf(addMonths(month, MONTHS_SHOWN - 1));
    const query = { ...filters, from, to, limit: ENTRIES_SHOWN };
    const { month: _, cursor: __, ...sent } = request.sent;
    const [page, feeds] = await Promise.all([listDates(query, request.after, reading), feedChoices(reading)]);
    return c.html(
      <DatesPage
        page={page}
        feeds={feeds}
        sent={request.sent}
        month={month}
        months={MONTHS_SHOWN}
        nextUrl={nextUrl('/dates', request, page.next)}
        query={new URLSearchParams({ ...sent, from, to })}
        frame={frameOf(c, reading)}
      />,
    );
  });
}
