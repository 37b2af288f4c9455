import * as z from 'zod';
import { listSchema } from '../kernel/formats/list-shapes.ts';
import { sendPage } from '../kernel/formats/send-page.ts';
import { jsonAnswer } from '../kernel/http/json.ts';
import { listRequest } from '../kernel/http/list-request.ts';
import { walk } from '../kernel/lists/walk.ts';
import { paging } from '../kernel/parameters/paging.ts';
import { route } from '../kernel/routes/route.ts';
import { deliveryRowSchema } from './rows.ts';
import { requireSearch } from './save-search.ts';

/** What a search has sent. */
export const deliveriesRoute = route({
  method: 'get',
  address: '/v1/searches/:id/deliveries',
  name: 'listDeliveries',
  tag: 'searches',
  summary: 'What a search has sent or is about to send, the latest first; of the last 30 days',
  scope: 'read',
  query: z.object({ limit: paging.limit, cursor: paging.cursor }),
  body: z.undefined(),
  answers: { 200: jsonAnswer('A page', listSchema.extend({ data: z.array(deliveryRowSchema) })) },
  async handle({ c, path: { id = '' }, query, sent }, context) {
    await requireSearch(id, context.store);
    const request = listRequest(`deliveries of ${id}`, query, { ...sent, format: 'json' });
    const page = await walk({
      source: context.store.deliveries.ofSearch(id, request.after),
      limit: query.limit,
      keep: () => true,
      join: async (deliveries) => deliveries,
    });
    return sendPage(c, 'Dateline: deliveries', request, { rows: deliveryRowSchema, page, form: {} }, context);
  },
});
