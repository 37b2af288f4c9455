import type { Hono } from 'hono';
import * as z from 'zod';
import { listDates } from '../../api/dates/list-dates.ts';
import { datesQuerySchema } from '../../api/dates/query.ts';
import { feedChoices } from '../../api/feeds/list-feeds.ts';
import type { AppEnv } from '../../api/kernel/http/app-env.ts';
import { nextUrl, readListRequest } from '../../api/kernel/http/list-request.ts';
import type { QueryContext } from '../../api/kernel/query-context.ts';
import { frameOf, todayOf } from '../kit/page-request.ts';
import { DatesPage } from './dates-page.tsx';
import { addMonths, lastDayOf } from './month-grid.ts';

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
export function addDatesPage(app: Hono<AppEnv>, context: QueryContext): void {
  app.get('/dates', async (c) => {
    const request = readListRequest(c, 'dates-page', pageQuerySchema);
    const today = todayOf(context.clock);
    const { month = today.slice(0, 7), ...filters } = request.values;
    const from = month === today.slice(0, 7) ? today : `${month}-01`;
    const to = lastDayOf(addMonths(month, MONTHS_SHOWN - 1));
    const query = { ...filters, from, to, limit: ENTRIES_SHOWN };
    const { month: _, cursor: __, ...sent } = request.sent;
    const [page, feeds] = await Promise.all([listDates(query, request.after, context), feedChoices(context)]);
    return c.html(
      <DatesPage
        page={page}
        feeds={feeds}
        sent={request.sent}
        month={month}
        months={MONTHS_SHOWN}
        nextUrl={nextUrl('/dates', request, page.next)}
        query={new URLSearchParams({ ...sent, from, to })}
        frame={frameOf(c, context)}
      />,
    );
  });
}
