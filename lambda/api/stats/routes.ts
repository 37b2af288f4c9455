import * as z from 'zod';
import { jsonAnswer, sendJson } from '../kernel/http/json.ts';
import { route } from '../kernel/routes/route.ts';
import { itemStats } from './item-stats.ts';
import { itemStatsQuerySchema, speakerStatsQuerySchema, statementStatsQuerySchema } from './query.ts';
import { speakerStats } from './speaker-stats.ts';
import { statementStats } from './statement-stats.ts';
import { itemStatsSchema, speakerStatsSchema, statementStatsSchema } from './stats-shapes.ts';

const BOUND =
  'Reads the newest 1,000 records of the range, or 50 where the hourly counts tell the rest; `since` tells where it stopped. Days before that come from hourly counts where these answer the filters, else `truncated` is true.';

/** Figures. */
export const statsRoutes = [
  route({
    method: 'get',
    address: '/v1/stats/statements',
    name: 'getStatementStats',
    tag: 'stats',
    summary: 'Statements over time and facets of them, by the filters of `/v1/statements`',
    description: `${BOUND} Statements of undated articles are in no point but in \`undated\`.`,
    scope: 'read',
    query: statementStatsQuerySchema,
    body: z.undefined(),
    answers: { 200: jsonAnswer('The figures', statementStatsSchema) },
    handle: async ({ c, query }, context) => sendJson(c, statementStatsSchema, await statementStats(query, context)),
  }),
  route({
    method: 'get',
    address: '/v1/stats/items',
    name: 'getItemStats',
    tag: 'stats',
    summary: 'Articles over time and facets of them, by the filters of `/v1/items`',
    description: `${BOUND} Undated articles are in no point but in \`undated\`; \`statements\` is 0 here.`,
    scope: 'read',
    query: itemStatsQuerySchema,
    body: z.undefined(),
    answers: { 200: jsonAnswer('The figures', itemStatsSchema) },
    handle: async ({ c, query }, context) => sendJson(c, itemStatsSchema, await itemStats(query, context)),
  }),
  route({
    method: 'get',
    address: '/v1/stats/speakers/:id',
    name: 'getSpeakerStats',
    tag: 'stats',
    summary: 'When, where and as what a speaker was quoted, by the hourly counts',
    description: 'For one that is joined to another, that other.',
    scope: 'read',
    query: speakerStatsQuerySchema,
    body: z.undefined(),
    answers: { 200: jsonAnswer('The figures', speakerStatsSchema) },
    handle: async ({ c, path: { id = '' }, query }, context) =>
      sendJson(c, speakerStatsSchema, await speakerStats(id, query, context)),
  }),
];
