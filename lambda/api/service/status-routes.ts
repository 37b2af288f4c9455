import * as z from 'zod';
import { jsonAnswer, sendJson } from '../kernel/http/json.ts';
import { emptyQuerySchema } from '../kernel/parameters/paging.ts';
import { route } from '../kernel/routes/route.ts';
import { readStatus, statusSchema } from './read-status.ts';

/** How the whole is doing. */
export const statusRoutes = [
  route({
    method: 'get',
    address: '/v1/status',
    name: 'getStatus',
    tag: 'service',
    summary: 'How many feeds are in which state, the latest poll, answer and new article, and how far days are counted',
    scope: 'read',
    query: emptyQuerySchema,
    body: z.undefined(),
    answers: { 200: jsonAnswer('The state of all', statusSchema) },
    handle: async ({ c }, context) => sendJson(c, statusSchema, await readStatus(context)),
  }),
];
