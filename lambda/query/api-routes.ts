import type { Context, Hono } from 'hono';
import { NotFoundError } from '../model/errors.ts';
import { readListRequest, sendList } from './http/list-request.ts';
import { getArticle } from './lists/get-article.ts';
import { getSpeaker } from './lists/get-speaker.ts';
import { type ChangesQuery, listChanges } from './lists/list-changes.ts';
import { listDates } from './lists/list-dates.ts';
import { getFeed, listFeeds, readStatus } from './lists/list-feeds.ts';
import { listItems } from './lists/list-items.ts';
import { listSpeakers } from './lists/list-speakers.ts';
import { listStatements } from './lists/list-statements.ts';
import type { Reading } from './lists/reading.ts';
import {
  datesQuerySchema,
  emptyQuerySchema,
  feedsQuerySchema,
  itemsQuerySchema,
  speakersQuerySchema,
  statementsQuerySchema,
} from './parameters/queries.ts';
import { readQuery, refuseBeside } from './parameters/read-query.ts';
import * as answers from './responses.ts';

const LONGEST_ID = 200;
const ALL_CHANGES = 'an item that no longer passes would not be seen to go';

/** The id in the path; throws NotFoundError for text that can be none. */
export function idOf(c: Context): string {
  const id = c.req.param('id') ?? '';
  if (id.length > LONGEST_ID || /\p{Cc}/u.test(id)) throw new NotFoundError('unknown-id', 'no id is like this');
  return id;
}

/** Throws a 400 where a route without parameters is given some. */
export function refuseParameters(c: Context): void {
  readQuery(emptyQuerySchema, new URL(c.req.url).searchParams);
}

/** Adds the routes of the HTTP API, version 1. */
export function addApiRoutes(app: Hono, reading: Reading): void {
  app.get('/v1/statements', async (c) => {
    const request = readListRequest(c, 'statements', statementsQuerySchema);
    const { changedAfter, ...query } = request.values;
    refuseBeside(request.sent, 'changedAfter', ['from', 'to', 'includeDuplicates'], ALL_CHANGES);
    if (changedAfter !== undefined) {
      const page = await listChanges({ ...query, changedAfter }, request.after, reading);
      return sendList(c, request, answers.changeRowSchema, page);
    }
    return sendList(
      c,
      request,
      answers.statementRowSchema,
      await listStatements(request.values, request.after, reading),
    );
  });

  app.get('/v1/items', async (c) => {
    const request = readListRequest(c, 'items', itemsQuerySchema);
    const { changedAfter, ...query } = request.values;
    refuseBeside(request.sent, 'changedAfter', ['from', 'to', 'includeDuplicates', 'language', 'q'], ALL_CHANGES);
    if (changedAfter !== undefined) {
      const everyStatement = { role: [], minConfidence: 0, q: [] };
      const changes: ChangesQuery = { ...everyStatement, feed: query.feed, limit: query.limit, changedAfter };
      return sendList(c, request, answers.changeRowSchema, await listChanges(changes, request.after, reading));
    }
    return sendList(c, request, answers.itemRowSchema, await listItems(request.values, request.after, reading));
  });

  app.get('/v1/speakers', async (c) => {
    const request = readListRequest(c, 'speakers', speakersQuerySchema);
    refuseBeside(request.sent, 'q', ['from', 'to'], 'statements by name and range are at /v1/statements');
    return sendList(c, request, answers.speakerRowSchema, await listSpeakers(request.values, request.after, reading));
  });

  app.get('/v1/dates', async (c) => {
    const request = readListRequest(c, 'dates', datesQuerySchema);
    return sendList(c, request, answers.dateRowSchema, await listDates(request.values, request.after, reading));
  });

  app.get('/v1/feeds', async (c) => {
    const request = readListRequest(c, 'feeds', feedsQuerySchema);
    return sendList(c, request, answers.feedRowSchema, await listFeeds(request.values, request.after, reading));
  });

  app.get('/v1/items/:id', async (c) => {
    refuseParameters(c);
    return c.json(answers.articleSchema.parse(await getArticle(idOf(c), reading)));
  });

  app.get('/v1/speakers/:id', async (c) => {
    refuseParameters(c);
    return c.json(answers.speakerPageSchema.parse(await getSpeaker(idOf(c), reading)));
  });

  app.get('/v1/feeds/:id', async (c) => {
    refuseParameters(c);
    return c.json(answers.feedPageSchema.parse(await getFeed(idOf(c), reading)));
  });

  app.get('/v1/status', async (c) => {
    refuseParameters(c);
    return c.json(answers.statusSchema.parse(await readStatus(reading)));
  });
}
