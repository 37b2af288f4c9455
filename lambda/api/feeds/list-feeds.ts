import { NotFoundError } from '../../model/errors.ts';
import type { Feed } from '../../model/feed.ts';
import { type Page, walk } from '../kernel/lists/walk.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import { hasWords } from '../kernel/word-match.ts';
import type { FeedsQuery } from './query.ts';
import type { FeedPage, FeedRow } from './rows.ts';

const EVENTS_SHOWN = 20;
const MOST_CHOICES = 500;

/** Feeds with their health, by title. */
export async function listFeeds(
  query: FeedsQuery,
  after: string | undefined,
  { store }: Pick<QueryContext, 'store'>,
): Promise<Page<FeedRow>> {
  return walk({
    source: store.feeds.list(after),
    limit: query.limit,
    keep: (feed) => query.q.length === 0 || hasWords([feed.title, feed.folder], query.q),
    join: async (feeds) => {
      const states = await store.feeds.states(feeds.map(({ id }) => id));
      return feeds.map((feed) => {
        const state = states.get(feed.id) ?? null;
        return query.status === undefined || state?.status === query.status ? { ...feed, state } : null;
      });
    },
  });
}

/** Ids and titles of the first feeds by title, for choosing one. */
export async function feedChoices({ store }: Pick<QueryContext, 'store'>): Promise<Pick<Feed, 'id' | 'title'>[]> {
  const choices: Pick<Feed, 'id' | 'title'>[] = [];
  for await (const { record } of store.feeds.list()) {
    choices.push({ id: record.id, title: record.title });
    if (choices.length === MOST_CHOICES) break;
  }
  return choices;
}

/** One feed with its health and latest events; throws NotFoundError. */
export async function getFeed(id: string, { store }: Pick<QueryContext, 'store'>): Promise<FeedPage> {
  const feed = await store.feeds.get(id);
  if (!feed) throw new NotFoundError('unknown-feed', `no feed has the id ${id}`);
  const [state, events] = await Promise.all([store.feeds.state(id), store.feeds.events(id, EVENTS_SHOWN)]);
  return { ...feed, state, events };
}
