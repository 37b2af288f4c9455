import { isDeepStrictEqual } from 'node:util';
import type { Feed, FeedState, Host } from '../model/feed.ts';
import { type Instant, sortableInstant, toInstant } from '../model/instant.ts';
import type { FeedMessage } from '../model/message.ts';
import { nextState } from '../schedule/next-state.ts';
import type { PollOutcome } from '../schedule/poll-outcome.ts';
import { deliveredAgain, heldBack } from '../schedule/state-moves.ts';
import type { Store } from '../store/store.ts';
import type { IngestReport } from './ingest-report.ts';
import { type PollDependencies, type PollResult, pollFeed } from './poll-feed.ts';
import { recordEvent } from './record-event.ts';

/** What working on a message needs. */
export interface IngestDependencies extends PollDependencies {
  /** How often the queue has delivered the message. */
  receiveCount?: number;
  /** Chance from 0 to 1. */
  jitter: () => number;
}

/** A host that asks for fewer requests (429) without saying when is left alone for ten minutes, and for a day at most. */
const HELD_SECONDS = 600;
const LONGEST_HELD_SECONDS = 86_400;

function holdOf(outcome: PollOutcome, now: number): Instant | null {
  if (outcome.kind !== 'failed' || outcome.status !== 429) return null;
  return toInstant(now + Math.min(LONGEST_HELD_SECONDS, outcome.retryAfterSeconds ?? HELD_SECONDS) * 1000);
}

/** A feed that was subscribed by its address alone takes its name from its document. */
async function nameFeed(store: Store, feed: Feed, { document }: PollResult): Promise<void> {
  const title = document?.title?.trim();
  if (!title || (feed.title !== '' && feed.title !== feed.url)) return;
  await store.feeds.put({ ...feed, title, siteUrl: feed.siteUrl ?? document?.siteUrl ?? null });
}

/** The event goes first: what is rejected must be on record before anything says that it was seen. */
async function conclude(
  poll: PollResult,
  state: FeedState,
  place: { feed: Feed; host: Host | null; hostName: string },
  deps: IngestDependencies,
): Promise<FeedState> {
  const { store, clock, jitter } = deps;
  const { feed, host, hostName } = place;
  const next = nextState(state, poll.outcome, toInstant(clock.now()), jitter());
  await nameFeed(store, feed, poll);
  if (next.event) await recordEvent(store, next.event, state);
  const entries = poll.document?.entries;
  if (entries && !isDeepStrictEqual(entries, poll.entriesBefore)) await store.feeds.putEntries(feed.id, entries);
  const heldUntil = holdOf(poll.outcome, clock.now());
  if (heldUntil) await store.hosts.put({ name: hostName, robots: host?.robots ?? null, heldUntil });
  await store.feeds.saveState(next.state, state.nextPollAt);
  return next.state;
}

/**
 * Works on one message of the queue: fetch, parse, normalise, extract, store, and the feed's state last, so that a run which is broken off
 * anywhere is simply run again. Errors of server, document and items are recorded in state and event; only the store's are thrown.
 */
export async function ingestFeed(message: FeedMessage, deps: IngestDependencies): Promise<IngestReport> {
  const { store, clock, log, jitter, receiveCount = 1 } = deps;
  const { feedId } = message;
  const report = { feedId, error: null, movedTo: null, document: null };
  const [feed, found] = await Promise.all([store.feeds.get(feedId), store.feeds.state(feedId)]);
  const dropped: IngestReport = { ...report, result: 'dropped', nextPollAt: found?.nextPollAt ?? null };
  if (!feed || !found || feed.paused || found.nextPollAt !== message.nextPollAt) return dropped;

  let state = found;
  if (receiveCount > 1) {
    state = deliveredAgain(found, toInstant(clock.now()));
    if (!(await store.feeds.saveState(state, found.nextPollAt))) return dropped;
    log.warn('a feed is tried again after its worker had stopped', { feedId, receiveCount });
  }

  const host = await store.hosts.get(message.host);
  const heldUntil = host?.heldUntil ?? null;
  if (heldUntil !== null && sortableInstant(heldUntil) > sortableInstant(toInstant(clock.now()))) {
    const held = heldBack(state, heldUntil, jitter());
    await store.feeds.saveState(held, state.nextPollAt);
    return { ...report, result: 'held', nextPollAt: held.nextPollAt };
  }

  const poll = await pollFeed(feed, state, deps);
  const { outcome, document, movedTo } = poll;
  const { nextPollAt } = await conclude(poll, state, { feed, host, hostName: message.host }, deps);
  const error = outcome.kind === 'failed' ? { code: outcome.code, message: outcome.message } : null;
  if (error) log.warn('a feed could not be read', { feedId, ...error });
  if (movedTo) log.warn('a feed has moved for good; its new address should be subscribed', { feedId, movedTo });
  return { feedId, result: outcome.kind, nextPollAt, error, movedTo, document };
}
