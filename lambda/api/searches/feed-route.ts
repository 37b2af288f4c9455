import * as z from 'zod';
import { NotFoundError } from '../../model/errors.ts';
import type { Search } from '../../model/search.ts';
import type { ListForm } from '../kernel/formats/form.ts';
import { MEDIA_TYPES } from '../kernel/formats/format.ts';
import { jsonFeedSchema } from '../kernel/formats/list-shapes.ts';
import { sendPage } from '../kernel/formats/send-page.ts';
import { listRequest } from '../kernel/http/list-request.ts';
import { paging } from '../kernel/parameters/paging.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import { route } from '../kernel/routes/route.ts';
import { addContext } from '../statements/add-context.ts';
import { statementEntry } from '../statements/feed-entry.ts';
import { listStatements } from '../statements/list-statements.ts';
import { type StatementRow, statementRowSchema } from '../statements/rows.ts';
import { isToken } from './make-channel.ts';
import { savedFiltersSchema } from './search-bodies.ts';

const ENTRIES: ListForm = {
  entry: (row) => statementEntry(row as StatementRow),
  complete: (rows, context) => addContext(rows as StatementRow[], context),
};

/** Where feed readers read a search: they send no headers, so the secret stands in the address. */
export const searchFeedRoute = route({
  method: 'get',
  address: '/v1/searches/:id/feed',
  name: 'readSearchFeed',
  tag: 'searches',
  summary: 'What a search finds, newest first, as a feed that needs no key',
  description:
    'For feed readers, which can send no header: the token of the address is the secret. It opens this search only. Whoever has the address can read it; `POST …/secret` ends it and makes another.',
  scope: 'token',
  query: z.object({
    token: z.string().max(200).default('').meta({ description: 'The secret of the channel' }),
    format: z.enum(['rss', 'jsonfeed']).default('rss').meta({ description: 'RSS 2.0 or JSON Feed 1.1' }),
    ...{ limit: paging.limit, cursor: paging.cursor },
  }),
  body: z.undefined(),
  answers: {
    200: {
      description: 'The newest statements that the search finds',
      content: { [MEDIA_TYPES.rss]: z.string(), [MEDIA_TYPES.jsonfeed]: jsonFeedSchema },
    },
  },
  async handle({ c, path: { id = '' }, query, sent }, context) {
    const search = await searchOf(id, query.token, context);
    const { limit, format } = query;
    const request = listRequest(`feed of ${id}`, query, { ...sent, format });
    const filters = savedFiltersSchema.parse(search.filters);
    const page = await listStatements({ ...filters, limit }, request.after, context);
    return sendPage(c, search.name, request, { rows: statementRowSchema, page, form: ENTRIES }, context);
  },
});

async function searchOf(id: string, token: string, { store }: Pick<QueryContext, 'store'>): Promise<Search> {
  const search = await store.savedSearches.get(id);
  const isOpened = search?.channels.some((channel) => channel.kind === 'feed' && isToken(token, channel.tokenSha256));
  // The same answer whether the search is gone or the token is wrong: it tells nobody which searches there are.
  if (!search || !isOpened) throw new NotFoundError('unknown-feed-address', 'no search is read at this address');
  return search;
}
