import * as z from 'zod';
import { csvColumns } from '../kernel/formats/columns.ts';
import { jsonAnswer, sendJson } from '../kernel/http/json.ts';
import { emptyQuerySchema } from '../kernel/parameters/paging.ts';
import { listRoute } from '../kernel/routes/list-route.ts';
import { route } from '../kernel/routes/route.ts';
import { correct } from './correct.ts';
import { correctionBodySchema } from './correction-body.ts';
import { listCorrections } from './list-corrections.ts';
import { correctionsQuerySchema } from './query.ts';
import { correctionAnswerSchema, correctionRowSchema } from './rows.ts';

const ADDRESS = '/v1/items/:id/statements/:statementId/correction';

/** What operators have corrected in statements. */
export const correctionRoutes = [
  listRoute({
    address: '/v1/corrections',
    name: 'listCorrections',
    list: 'corrections',
    tag: 'corrections',
    summary: 'Corrections of statements, the latest first',
    description:
      'Each with what the rules had found and the statement as it is shown now. One whose article is gone, or does not have the statement any more, is `orphaned`: it is kept, and holds again when they come back.',
    query: correctionsQuerySchema,
    title: 'Dateline: corrections',
    formats: ['json', 'ndjson', 'csv'],
    rows: [correctionRowSchema],
    read: async ({ values, after }, context) => ({
      rows: correctionRowSchema,
      page: await listCorrections(values, after, context),
      form: { columns: csvColumns.correction },
    }),
  }),
  route({
    method: 'put',
    address: ADDRESS,
    name: 'correctStatement',
    tag: 'corrections',
    summary: 'Says who really said it, which words it really are, or that it is no statement',
    description:
      'In the place of an earlier correction of the same statement. It holds at once in lists, counts follow within an hour, and it outlives every later extraction of the article. Give `notAStatement`, or `speaker`, or `words`, or the last two.',
    scope: 'admin',
    query: emptyQuerySchema,
    body: correctionBodySchema,
    answers: { 200: jsonAnswer('The correction, and the statement as it is now', correctionAnswerSchema) },
    async handle({ c, path: { id = '', statementId = '' }, body }, { store }) {
      const decided = await correct({ itemId: id, statementId }, body, c.var.access.name, store);
      return sendJson(c, correctionAnswerSchema, decided);
    },
  }),
  route({
    method: 'delete',
    address: ADDRESS,
    name: 'withdrawCorrection',
    tag: 'corrections',
    summary: 'Takes a correction back, so that the statement is shown as the rules find it',
    scope: 'admin',
    query: emptyQuerySchema,
    body: z.undefined(),
    answers: { 204: { description: 'It is taken back' } },
    async handle({ c, path: { id = '', statementId = '' } }, { store }) {
      await store.corrections.withdraw(id, statementId);
      return c.body(null, 204);
    },
  }),
];
