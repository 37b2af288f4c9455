import * as z from 'zod';
import { jsonAnswer, sendJson } from '../http/json.ts';
import { readStatus } from '../lists/list-feeds.ts';
import { emptyQuerySchema } from '../parameters/queries.ts';
import { statusSchema } from '../responses.ts';
import { route } from './route.ts';

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
    handle: async ({ c }, reading) => sendJson(c, statusSchema, await readStatus(reading)),
  }),
];
