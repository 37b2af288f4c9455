import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { getFeed, listFeeds } from '../../api/feeds/list-feeds.ts';
import { feedsQuerySchema } from '../../api/feeds/query.ts';
import { listItems } from '../../api/items/list-items.ts';
import { itemsQuerySchema } from '../../api/items/query.ts';
import type { AppEnv } from '../../api/kernel/http/app-env.ts';
import { nextUrl, readListRequest } from '../../api/kernel/http/list-request.ts';
import { readQuery } from '../../api/kernel/parameters/read-query.ts';
import type { QueryContext } from '../../api/kernel/query-context.ts';
import { frameOf, idIn } from '../kit/page-request.ts';
import { FeedPage } from './feed-page.tsx';
import { FeedsPage, type FormResult } from './feeds-page.tsx';
import { doneInWords, doneSchema } from './messages.ts';

const done = {
  done: doneSchema.optional(),
  count: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
};
const listQuerySchema = feedsQuerySchema.omit({ fields: true }).extend(done);
const ITEMS_SHOWN = '10';

/** What a form leaves to be shown where it did not go well. */
export interface Failed {
  problem: string;
  /** The address that was given. */
  url?: string;
}

/** Adds the pages that show feeds. */
export function addFeedPages(app: Hono<AppEnv>, context: QueryContext): void {
  app.get('/feeds', (c) => showFeeds(c, context));
  app.get('/feeds/:id', (c) => showFeed(c, context));
}

/** The list of feeds; with what went wrong, where something did. */
export async function showFeeds(c: Context<AppEnv>, context: QueryContext, failed?: Failed): Promise<Response> {
  const request = readListRequest(c, 'feeds-page', listQuerySchema);
  const page = await listFeeds(request.values, request.after, context);
  const { done: _, count: __, ...sent } = request.sent;
  return c.html(
    <FeedsPage
      feeds={page.rows}
      sent={sent}
      nextUrl={nextUrl('/feeds', request, page.next)}
      frame={frameOf(c, context)}
      canTest={context.capabilities?.testFeed !== undefined}
      result={formResultOf(request.values, failed)}
      url={failed?.url ?? ''}
    />,
  );
}

/** One feed; with what went wrong, where something did. */
export async function showFeed(c: Context<AppEnv>, context: QueryContext, failed?: Failed): Promise<Response> {
  const { values } = readQuery(z.object(done), new URL(c.req.url).searchParams);
  const feed = await getFeed(idIn(c), context);
  const latest = await listItems(itemsQuerySchema.parse({ feed: feed.id, limit: ITEMS_SHOWN }), undefined, context);
  return c.html(
    <FeedPage feed={feed} items={latest.rows} result={formResultOf(values, failed)} frame={frameOf(c, context)} />,
  );
}

function formResultOf(
  values: { done?: z.infer<typeof doneSchema> | undefined; count?: string | undefined },
  failed: Failed | undefined,
): FormResult | null {
  if (failed) return { isProblem: true, text: failed.problem };
  return values.done === undefined
    ? null
    : { isProblem: false, text: doneInWords(values.done, Number(values.count ?? 0)) };
}
