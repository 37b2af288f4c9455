import type { Context, Hono } from 'hono';
import { feedChoices } from '../../api/feeds/list-feeds.ts';
import { csvFile } from '../../api/kernel/formats/csv-file.ts';
import type { AppEnv } from '../../api/kernel/http/app-env.ts';
import { nextUrl, readListRequest } from '../../api/kernel/http/list-request.ts';
import { ProblemError } from '../../api/kernel/http/problem.ts';
import { readQuery } from '../../api/kernel/parameters/read-query.ts';
import type { QueryContext } from '../../api/kernel/query-context.ts';
import { TOO_MANY_SPEAKERS } from '../../api/speakers/choose-speakers.ts';
import { listStatements } from '../../api/statements/list-statements.ts';
import { statementFiltersSchema, statementsQuerySchema } from '../../api/statements/query.ts';
import { statementStats } from '../../api/stats/statement-stats.ts';
import { COUNTS_CSV, countOverTime } from '../kit/count-over-time.ts';
import { frameOf, todayOf } from '../kit/page-request.ts';
import { SpeakerChoicePage } from '../kit/speaker-choice.tsx';
import { countedInWords, facetsOf } from './facets.ts';
import { StatementsPage } from './statements-page.tsx';
import { zeroResultHints } from './zero-result-hints.ts';

const pageQuerySchema = statementsQuerySchema.omit({ changedAfter: true, fields: true, format: true });
/** So many of the newest statements are read for the figures of a page: it is painted within half a second. */
const MOST_COUNTED = 400;

/** Adds the first page, statements, and the counts of its chart as CSV. */
export function addStatementPages(app: Hono<AppEnv>, context: QueryContext): void {
  app.get('/', (c) => showStatements(c, context).catch((error: unknown) => showChoice(c, error, context)));

  app.get(COUNTS_CSV, async (c) => {
    const { values } = readQuery(statementFiltersSchema, new URL(c.req.url).searchParams);
    const { series } = await statementStats({ ...values, interval: 'day' }, context);
    const rows = series.points.map(({ from, statements, incomplete = '' }) => [from, statements, incomplete]);
    return csvFile(c, 'counts', ['day', 'statements', 'incomplete'], rows);
  });
}

async function showStatements(c: Context<AppEnv>, context: QueryContext): Promise<Response> {
  const request = readListRequest(c, 'statements-page', pageQuerySchema);
  const today = todayOf(context.clock);
  const [page, feeds] = await Promise.all([
    listStatements(request.values, request.after, context),
    feedChoices(context),
  ]);
  const counted = { mostRead: MOST_COUNTED, newest: page };
  const [stats, copies, hints] = await Promise.all([
    // Counted for the first page; those behind it are of the same query.
    request.after === undefined ? statementStats({ ...request.values, interval: 'day' }, context, counted) : null,
    context.store.items.copies([...new Set(page.rows.map(({ itemId }) => itemId))]),
    page.rows.length === 0 && !page.truncated ? zeroResultHints(request, pageQuerySchema, context) : [],
  ]);
  return c.html(
    <StatementsPage
      page={page}
      feeds={feeds}
      sent={request.sent}
      nextUrl={nextUrl('/', request, page.next)}
      frame={frameOf(c, context)}
      facets={stats === null ? [] : facetsOf(stats.facets, today)}
      facetsNote={stats === null ? null : countedInWords(stats.facets)}
      rows={stats === null || stats.series.truncated ? null : stats.series.total.statements}
      overTime={stats === null ? null : countOverTime(stats.series, request.sent)}
      copies={copies}
      hints={hints}
    />,
  );
}

/** Lets a person choose, where more speakers have the name than one list can hold; throws any other error on. */
async function showChoice(c: Context<AppEnv>, error: unknown, context: QueryContext): Promise<Response> {
  if (!(error instanceof ProblemError) || error.code !== TOO_MANY_SPEAKERS) throw error;
  const { sent } = readQuery(pageQuerySchema, new URL(c.req.url).searchParams);
  return c.html(
    <SpeakerChoicePage
      candidates={error.candidates}
      detail={error.parts[0]?.detail ?? error.message}
      feeds={await feedChoices(context)}
      sent={sent}
      frame={frameOf(c, context)}
    />,
  );
}
