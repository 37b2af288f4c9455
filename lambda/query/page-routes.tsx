/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Context, Hono } from 'hono';
import { readPath } from './http/add-routes.ts';
import type { AppEnv } from './http/app-env.ts';
import { nextUrl, readListRequest } from './http/list-request.ts';
import { getArticle } from './lists/get-article.ts';
import { feedChoices, listFeeds } from './lists/list-feeds.ts';
import { listStatements } from './lists/list-statements.ts';
import type { Reading } from './lists/reading.ts';
import { ArticlePage } from './pages/article-page.tsx';
import { FeedsPage } from './pages/feeds-page.tsx';
import { StatementsPage } from './pages/statements-page.tsx';
import { emptyQuerySchema, feedsQuerySchema, statementsQuerySchema } from './parameters/queries.ts';
import { readQuery } from './parameters/read-query.ts';

const pageQuerySchema = statementsQuerySchema.omit({ changedAfter: true, fields: true });
const feedsPageQuerySchema = feedsQuerySchema.omit({ fields: true });

/** Adds the pages for people and their stylesheet. */
export function addPageRoutes(app: Hono<AppEnv>, reading: Reading, assets: { stylesheet: string }): void {
  app.get('/', async (c) => {
    const request = readListRequest(c, 'statements-page', pageQuerySchema);
    const [page, feeds] = await Promise.all([
      listStatements(request.values, request.after, reading),
      feedChoices(reading),
    ]);
    const url = nextUrl('/', request, page.next);
    return c.html(<StatementsPage page={page} feeds={feeds} sent={request.sent} nextUrl={url} />);
  });

  app.get('/articles/:id', async (c) => {
    refuseParameters(c);
    return c.html(<ArticlePage article={await getArticle(readPath(c.req.param()).id ?? '', reading)} />);
  });

  app.get('/feeds', async (c) => {
    const request = readListRequest(c, 'feeds-page', feedsPageQuerySchema);
    const page = await listFeeds(request.values, request.after, reading);
    return c.html(<FeedsPage feeds={page.rows} nextUrl={nextUrl('/feeds', request, page.next)} />);
  });

  app.get('/style.css', (c) => c.body(assets.stylesheet, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
}

/** Throws a 400 where a page without parameters is given some. */
function refuseParameters(c: Context): void {
  readQuery(emptyQuerySchema, new URL(c.req.url).searchParams);
}
