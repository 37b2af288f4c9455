import type { Context } from 'hono';
import * as z from 'zod';
import type { Search } from '../../model/search.ts';
import type { NotifyProgress } from '../../store/searches/notify-progress.ts';
import type { Store } from '../../store/store.ts';
import { csvColumns } from '../kernel/formats/columns.ts';
import { jsonAnswer, sendJson } from '../kernel/http/json.ts';
import { walk } from '../kernel/lists/walk.ts';
import { emptyQuerySchema, paging } from '../kernel/parameters/paging.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import { listRoute } from '../kernel/routes/list-route.ts';
import { route } from '../kernel/routes/route.ts';
import { deliveryRowSchema, searchAnswerSchema, searchRow, searchRowSchema } from './rows.ts';
import {
  addChannel,
  addSearch,
  changeSearch,
  removeChannel,
  renewSecret,
  requireSearch,
  type SavedSearch,
} from './save-search.ts';
import { newChannelSchema, newSearchSchema, searchChangesSchema } from './search-bodies.ts';
import { testSearch } from './test-search.ts';

const SEARCH = '/v1/searches/:id';
const common = { tag: 'searches', query: emptyQuerySchema } as const;
const ONCE = 'The search; `secrets` are shown in this answer only';

/** Saved searches and their channels. */
export const searchRoutes = [
  listRoute({
    address: '/v1/searches',
    name: 'listSearches',
    list: 'searches',
    tag: 'searches',
    summary: 'Saved searches, by name',
    description: 'Channels stand there without their secrets.',
    query: z.object(paging),
    title: 'Dateline: searches',
    formats: ['json', 'ndjson', 'csv'],
    rows: [searchRowSchema],
    read: async ({ values, after }, { store }) => ({
      rows: searchRowSchema,
      page: await walk({
        source: store.savedSearches.list(after),
        limit: values.limit,
        keep: () => true,
        join: async (searches) => {
          const failing = await readFailing(store);
          return searches.map((search) => searchRow(search, failing));
        },
      }),
      form: { columns: csvColumns.search },
    }),
  }),
  route({
    ...common,
    method: 'post',
    address: '/v1/searches',
    name: 'addSearch',
    summary: 'Saves a search',
    description:
      'With the filters of `/v1/statements` but a range. A `speaker` that means one person is kept as their id. Each channel is made with a secret of its own.',
    scope: 'admin',
    body: newSearchSchema,
    answers: { 201: { ...jsonAnswer(ONCE, searchAnswerSchema), headers: { Location: 'Where it is' } } },
    problems: [409],
    async handle({ c, body }, context) {
      const answer = await addSearch(body, c.var.access.name, context);
      c.header('Location', `/v1/searches/${answer.search.id}`);
      return sendAnswer(c, answer, context, 201);
    },
  }),
  route({
    ...common,
    method: 'get',
    address: SEARCH,
    name: 'getSearch',
    summary: 'One saved search',
    scope: 'read',
    body: z.undefined(),
    answers: { 200: jsonAnswer('The search', searchRowSchema) },
    handle: async ({ c, path: { id = '' } }, context) => sendSearch(c, await requireSearch(id, context.store), context),
  }),
  route({
    ...common,
    method: 'patch',
    address: SEARCH,
    name: 'changeSearch',
    summary: 'Changes name or filters of a search, pauses or resumes it',
    description: 'What is not named stays.',
    scope: 'admin',
    body: searchChangesSchema,
    answers: { 200: jsonAnswer('The search as it is now', searchRowSchema) },
    problems: [409],
    handle: async ({ c, path: { id = '' }, body }, context) =>
      sendSearch(c, await changeSearch(id, body, context), context),
  }),
  route({
    ...common,
    method: 'delete',
    address: SEARCH,
    name: 'removeSearch',
    summary: 'Removes a search with its channels',
    scope: 'admin',
    body: z.undefined(),
    answers: { 204: { description: 'It is removed' } },
    async handle({ c, path: { id = '' } }, { store }) {
      await requireSearch(id, store);
      await store.savedSearches.remove(id);
      return c.body(null, 204);
    },
  }),
  route({
    ...common,
    method: 'post',
    address: `${SEARCH}/channels`,
    name: 'addChannel',
    summary: 'Adds a channel to a search',
    scope: 'admin',
    body: newChannelSchema,
    answers: { 201: jsonAnswer(ONCE, searchAnswerSchema) },
    handle: async ({ c, path: { id = '' }, body }, context) =>
      sendAnswer(c, await addChannel(id, body, context), context, 201),
  }),
  route({
    ...common,
    method: 'delete',
    address: `${SEARCH}/channels/:channelId`,
    name: 'removeChannel',
    summary: 'Takes a channel from a search; its secret opens nothing any more',
    scope: 'admin',
    body: z.undefined(),
    answers: { 200: jsonAnswer('The search as it is now', searchRowSchema) },
    handle: async ({ c, path: { id = '', channelId = '' } }, context) =>
      sendSearch(c, await removeChannel(id, channelId, context), context),
  }),
  route({
    ...common,
    method: 'post',
    address: `${SEARCH}/channels/:channelId/secret`,
    name: 'renewSecret',
    summary: 'Gives a channel a new secret; the one before opens nothing any more',
    scope: 'admin',
    body: z.undefined(),
    answers: { 200: jsonAnswer(ONCE, searchAnswerSchema) },
    handle: async ({ c, path: { id = '', channelId = '' } }, context) =>
      sendAnswer(c, await renewSecret(id, channelId, context), context),
  }),
  route({
    ...common,
    method: 'post',
    address: `${SEARCH}/test`,
    name: 'testSearch',
    summary: 'Sends an example to each channel of a search',
    description: 'With the next run, within a minute; the deliveries of the search tell what became of it.',
    scope: 'admin',
    body: z.undefined(),
    answers: { 202: jsonAnswer('What will be sent', z.object({ deliveries: z.array(deliveryRowSchema) })) },
    async handle({ c, path: { id = '' } }, context) {
      const deliveries = await testSearch(id, context);
      return sendJson(c, z.object({ deliveries: z.array(deliveryRowSchema) }), { deliveries } as never, 202);
    },
  }),
];

async function readFailing({ deliveries }: Pick<Store, 'deliveries'>): Promise<NotifyProgress['failing']> {
  return (await deliveries.progress())?.failing ?? {};
}

async function sendSearch(c: Context, search: Search, { store }: Pick<QueryContext, 'store'>): Promise<Response> {
  return sendJson(c, searchRowSchema, searchRow(search, await readFailing(store)));
}

async function sendAnswer(
  c: Context,
  { search, secrets }: SavedSearch,
  { store }: Pick<QueryContext, 'store'>,
  status: 200 | 201 = 200,
): Promise<Response> {
  return sendJson(c, searchAnswerSchema, { search: searchRow(search, await readFailing(store)), secrets }, status);
}
