import * as z from 'zod';
import { jsonAnswer, sendJson } from '../kernel/http/json.ts';
import { emptyQuerySchema } from '../kernel/parameters/paging.ts';
import { route } from '../kernel/routes/route.ts';
import { getStory } from './get-story.ts';
import { storySchema } from './rows.ts';

/** Stories. */
export const storyRoutes = [
  route({
    method: 'get',
    address: '/v1/stories/:id',
    name: 'getStory',
    tag: 'items',
    summary: 'The articles that tell one story, in the order of publication',
    description:
      'By the id of any of them, as `storyId` of an item has it: the first article, copies of it, and updates. An article that is alone is a story of one.',
    scope: 'read',
    query: emptyQuerySchema,
    body: z.undefined(),
    answers: { 200: jsonAnswer('The story', storySchema) },
    handle: async ({ c, path: { id = '' } }, context) => sendJson(c, storySchema, await getStory(id, context)),
  }),
];
