import * as z from 'zod';
import { jsonAnswer, sendJson } from '../kernel/http/json.ts';
import { parameterSchemas } from '../kernel/parameters/parameters.ts';
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
      'By the id of any of them, as `storyId` of an item has it: the first article, copies of it, and updates. An article that is alone is a story of one. Of a larger story the first articles are given, and the one that was asked for; the counts are of all, up to 100.',
    scope: 'read',
    query: z.object({ limit: parameterSchemas.articles }),
    body: z.undefined(),
    answers: { 200: jsonAnswer('The story', storySchema) },
    handle: async ({ c, path: { id = '' }, query: { limit } }, context) =>
      sendJson(c, storySchema, await getStory({ itemId: id, articles: limit }, context)),
  }),
];
