/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import * as z from 'zod';
import { NotFoundError } from '../../model/errors.ts';
import type { AppEnv } from '../http/app-env.ts';
import { getArticle } from '../lists/get-article.ts';
import type { Reading } from '../lists/reading.ts';
import { ArticlePage } from '../pages/article-page.tsx';
import { StatementPage } from '../pages/statement-page.tsx';
import { readQuery } from '../parameters/read-query.ts';
import { idIn, refuseParameters, todayOf } from './page-request.ts';

const articleQuerySchema = z.object({
  /** The id of the statement that is focused. */
  statement: z.string().max(200).optional(),
});

/** Adds the pages of an article and of each of its statements. */
export function addArticlePages(app: Hono<AppEnv>, reading: Reading): void {
  app.get('/articles/:id', async (c) => {
    const { values } = readQuery(articleQuerySchema, new URL(c.req.url).searchParams);
    const article = await getArticle(idIn(c), reading);
    return c.html(<ArticlePage article={article} focused={values.statement ?? null} today={todayOf(reading.clock)} />);
  });

  app.get('/articles/:id/statements/:statement', async (c) => {
    refuseParameters(c);
    const article = await getArticle(idIn(c), reading);
    const id = idIn(c, 'statement');
    const statement = article.statements.find((one) => one.id === id);
    if (!statement)
      throw new NotFoundError('unknown-statement', `the article has no statement with the id ${id} (any more)`);
    return c.html(<StatementPage article={article} statement={statement} today={todayOf(reading.clock)} />);
  });
}
