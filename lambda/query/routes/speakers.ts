import * as z from 'zod';
import { jsonAnswer, sendJson } from '../http/json.ts';
import { getSpeaker } from '../lists/get-speaker.ts';
import { listSpeakers } from '../lists/list-speakers.ts';
import { emptyQuerySchema, speakersQuerySchema } from '../parameters/queries.ts';
import { refuseBeside } from '../parameters/read-query.ts';
import { speakerPageSchema, speakerRowSchema } from '../responses.ts';
import { listRoute } from './list-route.ts';
import { route } from './route.ts';

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
    rows: [speakerRowSchema],
    async read({ values, sent, after }, reading) {
      refuseBeside(sent, 'q', ['from', 'to'], 'statements by name and range are at /v1/statements');
      return { rows: speakerRowSchema, page: await listSpeakers(values, after, reading) };
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
    handle: async ({ c, path: { id = '' } }, reading) => sendJson(c, speakerPageSchema, await getSpeaker(id, reading)),
  }),
];
