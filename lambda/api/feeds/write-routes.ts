import * as z from 'zod';
import { writeOpml } from '../../common/opml/write-opml.ts';
import { type Feed, feedSchema } from '../../model/feed.ts';
import { feedTrialSchema } from '../../model/feed-trial.ts';
import { pollAnswerSchema } from '../kernel/capabilities.ts';
import { jsonAnswer, sendJson } from '../kernel/http/json.ts';
import { ProblemError } from '../kernel/http/problem.ts';
import { emptyQuerySchema } from '../kernel/parameters/paging.ts';
import { parameterSchemas as parameter } from '../kernel/parameters/parameters.ts';
import { route } from '../kernel/routes/route.ts';
import { addFeed } from './add-feed.ts';
import { changeFeed, requireFeed } from './change-feed.ts';
import { addressSchema, feedChangesSchema, newFeedBodySchema } from './feed-bodies.ts';
import { importFeeds, MOST_IMPORTED, subscribeContext } from './import-feeds.ts';
import { getFeed } from './list-feeds.ts';
import { pollFeed } from './poll-feed.ts';
import { removeFeed } from './remove-feed.ts';
import { feedPageSchema } from './rows.ts';

const LARGEST_OPML = 2_000_000;
const LONGEST_PURGE = 15_000;

const removalSchema = z.object({ removedItems: z.int().nonnegative(), done: z.boolean() });
const importSchema = z.object({
  added: z.array(feedSchema),
  /** Subscribed before; they stay as they are. */
  known: z.array(feedSchema),
  refused: z.array(z.object({ line: z.int(), url: z.string(), reason: z.string() })),
});

/** What changes feeds. */
export const feedWriteRoutes = [
  route({
    method: 'post',
    address: '/v1/feeds',
    name: 'addFeed',
    tag: 'feeds',
    summary: 'Subscribes a feed',
    description:
      'One that is subscribed already stays as it is. Where the server can ask the address first (`dateline serve` can, a deployment does not), the address of a site will do, too.',
    scope: 'admin',
    query: emptyQuerySchema,
    body: newFeedBodySchema,
    answers: {
      200: jsonAnswer('It was subscribed before', feedPageSchema),
      201: { ...jsonAnswer('It is subscribed now', feedPageSchema), headers: { Location: 'Where it is' } },
    },
    async handle({ c, body }, context) {
      const { feed, isNew } = await addFeed(body, context);
      if (isNew) c.header('Location', `/v1/feeds/${encodeURIComponent(feed.id)}`);
      return sendJson(c, feedPageSchema, await getFeed(feed.id, context), isNew ? 201 : 200);
    },
  }),
  route({
    method: 'patch',
    address: '/v1/feeds/:id',
    name: 'changeFeed',
    tag: 'feeds',
    summary: 'Changes title, folder, tags or full text of a feed, pauses or resumes it',
    description: 'What is not named stays. Resuming makes it due at once.',
    scope: 'admin',
    query: emptyQuerySchema,
    body: feedChangesSchema,
    answers: { 200: jsonAnswer('The feed as it is now', feedPageSchema) },
    async handle({ c, path: { id = '' }, body }, context) {
      await changeFeed(id, body, context);
      return sendJson(c, feedPageSchema, await getFeed(id, context));
    },
  }),
  route({
    method: 'delete',
    address: '/v1/feeds/:id',
    name: 'removeFeed',
    tag: 'feeds',
    summary: 'Ends the subscription of a feed; with `purge` its items go, too',
    description:
      'A purge that takes long is answered 202 with `done: false`: send the request again until it is done. Until then the feed is paused.',
    scope: 'admin',
    query: z.object({ purge: parameter.purge.default(false) }),
    body: z.undefined(),
    answers: {
      200: jsonAnswer('It is removed', removalSchema),
      202: jsonAnswer('Some of its items are left', removalSchema),
    },
    async handle({ c, path: { id = '' }, query: { purge } }, { store, clock }) {
      const ends = clock.now() + LONGEST_PURGE;
      const feed = await requireFeed(id, store);
      const removal = await removeFeed(store, feed, { purge, isOver: () => clock.now() > ends });
      return sendJson(c, removalSchema, removal, removal.done ? 200 : 202);
    },
  }),
  route({
    method: 'post',
    address: '/v1/feeds/:id/poll',
    name: 'pollFeed',
    tag: 'feeds',
    summary: 'Polls a feed now, whatever its rhythm',
    description:
      '`dateline serve` does so at once and tells what came. A deployment makes the feed due: it is polled with the next round, within a minute or two.',
    scope: 'admin',
    query: emptyQuerySchema,
    body: z.undefined(),
    answers: {
      200: jsonAnswer('What the poll brought', pollAnswerSchema),
      202: jsonAnswer('It is due', pollAnswerSchema),
    },
    problems: [409],
    async handle({ c, path: { id = '' } }, context) {
      const answer = await pollFeed(id, context);
      return sendJson(c, pollAnswerSchema, answer, answer.result === 'due' ? 202 : 200);
    },
  }),
  route({
    method: 'post',
    address: '/v1/feeds/test',
    name: 'testFeed',
    tag: 'feeds',
    summary: 'Asks an address as a poll would, and tells every step; nothing is stored',
    description:
      'Of a server that polls itself. A deployment answers 501: `dateline feeds test` does it from anywhere.',
    scope: 'admin',
    query: emptyQuerySchema,
    body: z.strictObject({ url: addressSchema }),
    answers: { 200: jsonAnswer('What happened', feedTrialSchema) },
    problems: [501],
    async handle({ c, body: { url } }, { capabilities }) {
      if (!capabilities?.testFeed) {
        throw new ProblemError(501, 'not-here', 'this server fetches nothing itself; `dateline feeds test` does');
      }
      return sendJson(c, feedTrialSchema, await capabilities.testFeed(url));
    },
  }),
  route({
    method: 'post',
    address: '/v1/feeds/import',
    name: 'importFeeds',
    tag: 'feeds',
    summary: 'Subscribes the feeds of an OPML document, with their folders',
    description: `At most ${MOST_IMPORTED} feeds and ${LARGEST_OPML} bytes; \`dateline feeds import\` takes any number. Doing it again changes nothing. Feeds in private places are refused; add them one by one.`,
    scope: 'admin',
    query: emptyQuerySchema,
    body: z.strictObject({ opml: z.string().meta({ description: 'The OPML document' }) }),
    largestBody: LARGEST_OPML,
    answers: { 200: jsonAnswer('What became of each', importSchema) },
    async handle({ c, body: { opml } }, context) {
      return sendJson(c, importSchema, await importFeeds(opml, subscribeContext(context)));
    },
  }),
  route({
    method: 'get',
    address: '/v1/feeds.opml',
    name: 'exportFeeds',
    tag: 'feeds',
    summary: 'All feeds as OPML, in their folders',
    scope: 'read',
    query: emptyQuerySchema,
    body: z.undefined(),
    answers: { 200: { description: 'The feeds', content: { 'text/x-opml': z.string() } } },
    async handle({ c }, { store }) {
      const feeds: Feed[] = [];
      for await (const { record } of store.feeds.list()) feeds.push(record);
      return c.body(writeOpml(feeds), 200, {
        'Content-Type': 'text/x-opml; charset=utf-8',
        'Content-Disposition': 'attachment; filename="dateline-feeds.opml"',
      });
    },
  }),
];
