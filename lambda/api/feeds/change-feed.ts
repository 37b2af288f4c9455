import { NotFoundError, StoreError } from '../../model/errors.ts';
import type { Feed, FeedState } from '../../model/feed.ts';
import { type Instant, isAfter, toInstant } from '../../model/instant.ts';
import type { Clock } from '../../model/ports.ts';
import type { Store } from '../../store/store.ts';
import type { FeedChanges } from './feed-bodies.ts';

const ATTEMPTS = 5;

/** The feed; throws NotFoundError. */
export async function requireFeed(id: string, { feeds }: Pick<Store, 'feeds'>): Promise<Feed> {
  const feed = await feeds.get(id);
  if (!feed) throw new NotFoundError('unknown-feed', `no feed has the id ${id}`);
  return feed;
}

/**
 * Changes what an operator decides of a feed. Pausing takes it from the list of those that are due, and resuming makes it due at once; a poll
 * under way loses its outcome then, and its items are found again. Doing it again changes nothing. Throws NotFoundError.
 */
export async function changeFeed(
  id: string,
  changes: FeedChanges,
  { store, clock }: { store: Pick<Store, 'feeds'>; clock: Clock },
): Promise<Feed> {
  const feed = await requireFeed(id, store);
  const { pollMinutes, ...others } = changes;
  const given = Object.entries(others).filter(([, value]) => value !== undefined);
  const { pollMinutes: before, ...rest } = feed;
  const minutes = pollMinutes === undefined ? before : (pollMinutes ?? undefined);
  const changed: Feed = {
    ...rest,
    ...Object.fromEntries(given),
    ...(minutes === undefined ? {} : { pollMinutes: minutes }),
  };
  await store.feeds.put(changed);
  if (changed.paused) await moveState(id, store, paused);
  else if (feed.paused) await moveState(id, store, (state) => resumed(state, toInstant(clock.now())));
  else if (minutes !== undefined && minutes !== before) {
    const latest = toInstant(clock.now() + minutes * 60_000);
    await moveState(id, store, (state) => dueBy(state, latest));
  }
  return changed;
}

/** Pauses a feed for good, before it goes: whatever is sent for it already is dropped. */
export async function stopPolling(feed: Feed, store: Pick<Store, 'feeds'>): Promise<void> {
  await store.feeds.put({ ...feed, paused: true });
  await moveState(feed.id, store, paused);
}

/** Makes a feed due now; answers its state, `null` where it is never polled (paused, gone). */
export async function makeDue(id: string, { store, clock }: { store: Pick<Store, 'feeds'>; clock: Clock }) {
  const now = toInstant(clock.now());
  return moveState(id, store, (state) => (state.nextPollAt === null ? state : { ...state, nextPollAt: now }));
}

const paused = (state: FeedState): FeedState => ({ ...state, status: 'paused', nextPollAt: null });

/** Due at that moment at the latest; a feed that fails or whose host is held waits as before. */
function dueBy(state: FeedState, latest: Instant): FeedState {
  const isLater = state.nextPollAt !== null && isAfter(state.nextPollAt, latest);
  return isLater && state.errorCount === 0 && !state.held ? { ...state, nextPollAt: latest } : state;
}

function resumed(state: FeedState, now: Instant): FeedState {
  if (state.status !== 'paused') return state;
  return { ...state, status: state.errorCount > 0 ? 'failing' : 'ok', nextPollAt: now };
}

/** Writes the state that follows from the present one; again where a poll was faster. */
async function moveState(
  id: string,
  { feeds }: Pick<Store, 'feeds'>,
  move: (state: FeedState) => FeedState,
): Promise<FeedState | null> {
  for (let round = 0; round < ATTEMPTS; round++) {
    const state = await feeds.state(id);
    if (!state) return null;
    const next = move(state);
    const isSame = next.status === state.status && next.nextPollAt === state.nextPollAt;
    if (isSame || (await feeds.saveState(next, state.nextPollAt))) return next.nextPollAt === null ? null : next;
  }
  throw new StoreError('conflict', `the feed ${id} was polled by others ${ATTEMPTS} times in a row`);
}
