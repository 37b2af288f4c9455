import * as z from 'zod';
import { csvColumns } from '../kernel/formats/columns.ts';
import { jsonAnswer, sendJson } from '../kernel/http/json.ts';
import { emptyQuerySchema } from '../kernel/parameters/paging.ts';
import { listRoute } from '../kernel/routes/list-route.ts';
import { route } from '../kernel/routes/route.ts';
import { getFeed, listFeeds } from './list-feeds.ts';
import { feedsQuerySchema } from './query.ts';
import { feedPageSchema, feedRowSchema } from './rows.ts';

/** Feeds and how they are. */
export const feedRoutes = [
  listRoute({
    address: '/v1/feeds',
    name: 'listFeeds',
    list: 'feeds',
    tag: 'feeds',
    summary: 'Feeds with their health, by title',
    query: feedsQuerySchema,
    title: 'Dateline: feeds',
    formats: ['json', 'ndjson', 'csv'],
    rows: [feedRowSchema],
    read: async ({ values, after }, context) => ({
      rows: feedRowSchema,
      page: await listFeeds(values, after, context),
      form: { columns: csvColumns.feed },
    }),
  }),
  route({
    method: 'get',
    address: '/v1/feeds/:id',
    name: 'getFeed',
    tag: 'feeds',
    summary: 'One feed with its health and its latest 20 events',
    scope: 'read',
    query: emptyQuerySchema,
    body: z.undefined(),
    answers: { 200: jsonAnswer('The feed', feedPageSchema) },
    handle: async ({ c, path: { id = '' } }, context) => sendJson(c, feedPageSchema, await getFeed(id, context)),
  }),
];
