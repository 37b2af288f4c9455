import * as z from 'zod';
import { InputError } from '../../model/errors.ts';
import { csvColumns } from '../kernel/formats/columns.ts';
import { jsonAnswer, sendJson } from '../kernel/http/json.ts';
import { ProblemError } from '../kernel/http/problem.ts';
import { emptyQuerySchema } from '../kernel/parameters/paging.ts';
import { refuseBeside } from '../kernel/parameters/read-query.ts';
import { listRoute } from '../kernel/routes/list-route.ts';
import { route } from '../kernel/routes/route.ts';
import { getSpeaker } from './get-speaker.ts';
import { listSpeakers } from './list-speakers.ts';
import { speakersQuerySchema } from './query.ts';
import { speakerPageSchema, speakerRowSchema } from './rows.ts';

/** Persons and organisations. */
export const speakerRoutes = [
  listRoute({
    address: '/v1/speakers',
    name: 'listSpeakers',
    list: 'speakers',
    tag: 'speakers',
    summary: 'With `q`, speakers by name; without, who was quoted most',
    description: 'A ranking gives `statementsInRange`, and tells in `counted` which days it counts.',
    query: speakersQuerySchema,
    title: 'Dateline: speakers',
    formats: ['json', 'ndjson', 'csv'],
    rows: [speakerRowSchema],
    async read({ values, sent, after }, context) {
      refuseBeside(sent, 'q', ['from', 'to'], 'statements by name and range are at /v1/statements');
      return {
        rows: speakerRowSchema,
        page: await listSpeakers(values, after, context),
        form: { columns: csvColumns.speaker },
      };
    },
  }),
  route({
    method: 'get',
    address: '/v1/speakers/:id',
    name: 'getSpeaker',
    tag: 'speakers',
    summary: 'One speaker with roles, counts and days',
    description: 'For one that is joined to another, that other, with a `note`.',
    scope: 'read',
    query: emptyQuerySchema,
    body: z.undefined(),
    answers: { 200: jsonAnswer('The speaker', speakerPageSchema) },
    handle: async ({ c, path: { id = '' } }, context) => sendJson(c, speakerPageSchema, await getSpeaker(id, context)),
  }),
  route({
    method: 'put',
    address: '/v1/speakers/:id/merge',
    name: 'mergeSpeaker',
    tag: 'speakers',
    summary: 'Takes this speaker for the same as another, from now on and for all that is stored',
    description: 'Nothing is rewritten, so it can be undone at any time. Chains and circles are refused.',
    scope: 'admin',
    query: emptyQuerySchema,
    body: z.strictObject({ into: z.string().min(1).max(200).meta({ description: 'The id of the other one' }) }),
    answers: { 200: jsonAnswer('The speaker as they are now, both in one', speakerPageSchema) },
    problems: [409],
    async handle({ c, path: { id = '' }, body: { into } }, context) {
      await decided(context.store.speakers.merge(id, into));
      return sendJson(c, speakerPageSchema, await getSpeaker(id, context));
    },
  }),
  route({
    method: 'delete',
    address: '/v1/speakers/:id/merge',
    name: 'splitSpeaker',
    tag: 'speakers',
    summary: 'Undoes the merge of this speaker into another',
    scope: 'admin',
    query: emptyQuerySchema,
    body: z.undefined(),
    answers: { 200: jsonAnswer('The speaker by themselves again', speakerPageSchema) },
    problems: [409],
    async handle({ c, path: { id = '' } }, context) {
      await decided(context.store.speakers.split(id));
      return sendJson(c, speakerPageSchema, await getSpeaker(id, context));
    },
  }),
];

/** What the store refuses to decide does not go with what was decided before. */
async function decided(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (error instanceof InputError) throw new ProblemError(409, error.code, error.message, { cause: error });
    throw error;
  }
}
