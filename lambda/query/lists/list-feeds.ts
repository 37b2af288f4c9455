import { NotFoundError } from '../../model/errors.ts';
import { EXTRACTOR_VERSION } from '../../model/extraction.ts';
import type { Feed, FeedState } from '../../model/feed.ts';
import { type Instant, sortableInstant } from '../../model/instant.ts';
import type { FeedsQuery } from '../parameters/queries.ts';
import type { FeedPage, FeedRow, Status } from '../responses.ts';
import { hasWords } from '../word-match.ts';
import type { Reading } from './reading.ts';
import { type Page, walk } from './walk.ts';

const EVENTS_SHOWN = 20;
const MOST_CHOICES = 500;
const MOST_IN_STATUS = 5_000;

/** Feeds with their health, by title. */
export async function listFeeds(
  query: FeedsQuery,
  after: string | undefined,
  { store }: Pick<Reading, 'store'>,
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
export async function feedChoices({ store }: Pick<Reading, 'store'>): Promise<Pick<Feed, 'id' | 'title'>[]> {
  const choices: Pick<Feed, 'id' | 'title'>[] = [];
  for await (const { record } of store.feeds.list()) {
    choices.push({ id: record.id, title: record.title });
    if (choices.length === MOST_CHOICES) break;
  }
  return choices;
}

/** One feed with its health and latest events; throws NotFoundError. */
export async function getFeed(id: string, { store }: Pick<Reading, 'store'>): Promise<FeedPage> {
  const feed = await store.feeds.get(id);
  if (!feed) throw new NotFoundError('unknown-feed', `no feed has the id ${id}`);
  const [state, events] = await Promise.all([store.feeds.state(id), store.feeds.events(id, EVENTS_SHOWN)]);
  return { ...feed, state, events };
}

/** How the whole is doing: feeds by status, and the latest of everything. */
export async function readStatus({ store }: Pick<Reading, 'store'>): Promise<Status> {
  const states: FeedState[] = [];
  const { truncated, rows } = await walk({
    source: store.feeds.list(),
    limit: MOST_IN_STATUS,
    mostRead: MOST_IN_STATUS,
    keep: () => true,
    join: async (feeds) => {
      const found = await store.feeds.states(feeds.map(({ id }) => id));
      states.push(...found.values());
      return feeds;
    },
  });
  const byStatus = { ok: 0, slow: 0, stale: 0, failing: 0, blocked: 0, gone: 0, paused: 0 };
  for (const { status } of states) byStatus[status] += 1;
  return {
    feeds: { total: rows.length, byStatus },
    lastPollAt: latest(states.map(({ lastPollAt }) => lastPollAt)),
    lastSuccessAt: latest(states.map(({ lastSuccessAt }) => lastSuccessAt)),
    lastNewItemAt: latest(states.map(({ lastNewItemAt }) => lastNewItemAt)),
    countedThrough: await store.rollups.through(),
    extractorVersion: EXTRACTOR_VERSION,
    truncated,
  };
}

function latest(instants: (Instant | null)[]): Instant | null {
  return instants.reduce<Instant | null>(
    (best, one) => (one !== null && (best === null || sortableInstant(one) > sortableInstant(best)) ? one : best),
    null,
  );
}
