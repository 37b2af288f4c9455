/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { AppEnv } from '../http/app-env.ts';
import { nextUrl, readListRequest } from '../http/list-request.ts';
import { feedChoices } from '../lists/list-feeds.ts';
import { listStatements } from '../lists/list-statements.ts';
import type { Reading } from '../lists/reading.ts';
import { StatementsPage } from '../pages/statements-page.tsx';
import { statementsQuerySchema } from '../parameters/queries.ts';
import { emptyingFilters } from './emptying-filters.ts';
import { todayOf } from './page-request.ts';

const pageQuerySchema = statementsQuerySchema.omit({ changedAfter: true, fields: true });

/** Adds the first page: statements. */
export function addStatementPages(app: Hono<AppEnv>, reading: Reading): void {
  app.get('/', async (c) => {
    const request = readListRequest(c, 'statements-page', pageQuerySchema);
    const [page, feeds] = await Promise.all([
      listStatements(request.values, request.after, reading),
      feedChoices(reading),
    ]);
    const [copies, emptiedBy] = await Promise.all([
      reading.store.items.copies([...new Set(page.rows.map(({ itemId }) => itemId))]),
      page.rows.length === 0 && !page.truncated ? emptyingFilters(request, pageQuerySchema, reading) : [],
    ]);
    return c.html(
      <StatementsPage
        page={page}
        feeds={feeds}
        sent={request.sent}
        nextUrl={nextUrl('/', request, page.next)}
        today={todayOf(reading.clock)}
        facets={[]}
        overTime={null}
        copies={copies}
        emptiedBy={emptiedBy}
      />,
    );
  });
}
