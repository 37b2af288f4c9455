import * as z from 'zod';
import { csvColumns } from '../kernel/formats/columns.ts';
import type { ListForm } from '../kernel/formats/form.ts';
import { jsonAnswer, sendJson } from '../kernel/http/json.ts';
import { emptyQuerySchema } from '../kernel/parameters/paging.ts';
import { refuseBeside } from '../kernel/parameters/read-query.ts';
import { listRoute } from '../kernel/routes/list-route.ts';
import { route } from '../kernel/routes/route.ts';
import { NO_FILTERS } from '../statements/match-filters.ts';
import { ALL_CHANGES } from '../statements/routes.ts';
import { itemEntry } from './feed-entry.ts';
import { getArticle } from './get-article.ts';
import { type ChangesQuery, listChanges } from './list-changes.ts';
import { listItems } from './list-items.ts';
import { itemsQuerySchema } from './query.ts';
import { articleSchema, changeRowSchema, type ItemRow, itemRowSchema } from './rows.ts';

const ITEMS: ListForm = { columns: csvColumns.item, entry: (row) => itemEntry(row as ItemRow) };

/** Articles. */
export const itemRoutes = [
  listRoute({
    address: '/v1/items',
    name: 'listItems',
    list: 'items',
    tag: 'items',
    summary: 'Articles without their long texts, newest first',
    description: 'With `changedAfter`, those that came, changed or went, each with all its statements as they are now.',
    query: itemsQuerySchema,
    title: 'Dateline: articles',
    formats: ['json', 'ndjson', 'csv', 'rss', 'jsonfeed'],
    rows: [itemRowSchema, changeRowSchema],
    async read({ values, sent, after }, context) {
      const { changedAfter, feed, limit } = values;
      refuseBeside(sent, 'changedAfter', ['from', 'to', 'includeDuplicates', 'language', 'source', 'q'], ALL_CHANGES);
      if (changedAfter === undefined) {
        return { rows: itemRowSchema, page: await listItems(values, after, context), form: ITEMS };
      }
      const changes: ChangesQuery = { ...NO_FILTERS, feed, limit, changedAfter };
      return { rows: changeRowSchema, page: await listChanges(changes, after, context), form: {} };
    },
  }),
  route({
    method: 'get',
    address: '/v1/items/:id',
    name: 'getItem',
    tag: 'items',
    summary: 'One whole article with its statements and dates',
    description:
      '`contentText` is plain; `contentHtml` is the feed’s own markup, not cleaned: never put it into a page as it is.',
    scope: 'read',
    query: emptyQuerySchema,
    body: z.undefined(),
    answers: { 200: jsonAnswer('The article', articleSchema) },
    handle: async ({ c, path: { id = '' } }, context) => sendJson(c, articleSchema, await getArticle(id, context)),
  }),
];
