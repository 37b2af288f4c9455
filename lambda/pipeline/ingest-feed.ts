import { isDeepStrictEqual } from 'node:util';
import { describeError, InterruptedError, stackOf, WorkerStoppedError } from '../model/errors.ts';
import type { Feed, FeedState, Host } from '../model/feed.ts';
import { type Instant, toInstant } from '../model/instant.ts';
import type { FeedMessage } from '../model/message.ts';
import { redeliveredState } from '../schedule/failed-state.ts';
import { holdOf, unrecordedPoll } from '../schedule/host-hold.ts';
import { nextState } from '../schedule/next-state.ts';
import { heldBack } from '../schedule/state-moves.ts';
import type { FeedEntries } from '../store/store-shapes.ts';
import type { HeldPollResult } from './ask-feed.ts';
import type { IngestReport } from './ingest-report.ts';
import { failure, type PollDependencies, type PollResult, pollFeed } from './poll-feed.ts';
import { recordEvent } from './record-event.ts';
import { updateFeed } from './update-feed.ts';

/** What working on a message needs. */
export interface IngestDependencies extends PollDependencies {
  /** Chance from 0 to 1. */
  jitter: () => number;
}

/**
 * The event goes first, then what says that its entries were seen: what is rejected must be on record before. What a host is held for is remembered with the
 * poll that brought it, so that the state can be made from there if the run dies before the state is written.
 */
async function conclude(
  poll: PollResult,
  state: FeedState,
  { feed, hostName }: { feed: Feed; hostName: string },
  deps: IngestDependencies,
): Promise<{ nextPollAt: Instant | null; movedTo: string | null }> {
  const { store, clock, jitter } = deps;
  const { outcome, document, entriesBefore } = poll;
  const now = toInstant(clock.now());
  const next = nextState(state, outcome, now, jitter(), feed.pollMinutes);
  const movedTo = next.event?.movedTo;
  if (next.event) await recordEvent(store, next.event, state);
  await updateFeed(store, feed, { movedTo, document });
  if (document && (entriesBefore === null || isWorthWriting(document.entries, entriesBefore))) {
    await store.feeds.putEntries(feed.id, document.entries);
  }
  const hold = holdOf(feed.id, outcome, now);
  if (hold) {
    const name = (outcome.kind === 'failed' && outcome.host) || hostName;
    const robots = (await store.hosts.get(name))?.robots ?? null;
    await store.hosts.put({ name, robots, ...hold });
  }
  await store.feeds.saveState(next.state, state.nextPollAt);
  return { nextPollAt: next.state.nextPollAt, movedTo: movedTo ?? null };
}

/** So many entries more that need no reading are worth a write. */
const SETTLED_AT_ONCE = 5;

/** Whether the list of last entries says something else than before, or spares the next poll enough reading. */
function isWorthWriting(
  { settled, ...entries }: FeedEntries,
  { settled: before, ...entriesBefore }: FeedEntries,
): boolean {
  if (!isDeepStrictEqual(entries, entriesBefore)) return true;
  const listed = new Set(before);
  return settled.filter((fingerprint) => !listed.has(fingerprint)).length >= SETTLED_AT_ONCE;
}

/** The feed waits for its host; where it was this feed's poll that was told so, and its run died, its state is made now. */
async function waitForHost(
  host: Host & { heldUntil: Instant },
  state: FeedState,
  { store, jitter }: IngestDependencies,
): Promise<Pick<IngestReport, 'result' | 'nextPollAt' | 'error' | 'held'>> {
  const unrecorded = unrecordedPoll(host, state);
  if (!unrecorded) {
    const moved = heldBack(state, host, jitter());
    await store.feeds.saveState(moved, state.nextPollAt);
    return { result: 'held', nextPollAt: moved.nextPollAt, error: null, held: moved.held };
  }
  const { outcome, at } = unrecorded;
  const next = nextState(state, outcome, at, jitter());
  await store.feeds.saveState(next.state, state.nextPollAt);
  const error = { code: outcome.code, message: outcome.message };
  return { result: 'failed', nextPollAt: next.state.nextPollAt, error };
}

/** A message that waited for longer may tell of a feed as it was long ago. */
const SNAPSHOT_MILLISECONDS = 10 * 60_000;

/**
 * The feed as it was a moment ago: as the message tells it, for `dispatch` has just read it, what an operator changes now counts from the next poll on, and
 * whoever writes it reads it again. Only where it is not to be polled is it read as it is: the queue would keep the next message for it back for minutes.
 */
async function feedToPoll(
  { feedId, feed: snapshot, nextPollAt }: FeedMessage,
  { store, clock, receiveCount = 1 }: IngestDependencies,
): Promise<Feed | null> {
  const isFresh = receiveCount === 1 && clock.now() - Date.parse(nextPollAt) < SNAPSHOT_MILLISECONDS;
  const feed = snapshot && isFresh ? snapshot : await store.feeds.get(feedId, { consistent: false });
  return feed && !feed.paused ? feed : store.feeds.get(feedId);
}

/**
 * The state as it was a moment ago, for half the price: whatever writes it moves `nextPollAt`, so that one which is out of date is never written back. Where
 * it has not what the message says, or the message comes again, it is read as it is.
 */
async function stateToPoll(
  { feedId, nextPollAt }: FeedMessage,
  { store, receiveCount = 1 }: IngestDependencies,
): Promise<FeedState | null> {
  const state = receiveCount === 1 ? await store.feeds.state(feedId, { consistent: false }) : null;
  return state?.nextPollAt === nextPollAt ? state : store.feeds.state(feedId);
}

/**
 * Works on one message of the queue: fetch, parse, normalise, extract, store, and the feed's state last, so that a run which is broken off
 * anywhere is simply run again. Errors of server, document and items are recorded in state and event, and so is a defect of ours. Throws errors of the store,
 * a WorkerStoppedError where the thread that read it was ended, and an InterruptedError when the signal is aborted: then the feed is still due.
 */
export async function ingestFeed(message: FeedMessage, deps: IngestDependencies): Promise<IngestReport> {
  const { store, clock, log, receiveCount = 1 } = deps;
  const { feedId } = message;
  const [feed, found] = await Promise.all([feedToPoll(message, deps), stateToPoll(message, deps)]);
  const nextPollAt = found?.nextPollAt ?? null;
  const dropped: IngestReport = { ...NOTHING, feedId, result: 'dropped', nextPollAt };
  if (!feed || !found || feed.paused || nextPollAt !== message.nextPollAt) return dropped;
  const own = { message, feed, state: found };
  if (receiveCount === 1) return workOn(own, deps);

  const putOff = redeliveredState(found, toInstant(clock.now()));
  if (!(await store.feeds.saveState(putOff, nextPollAt))) return dropped;
  log.warn('a feed is tried again after its worker had stopped', { feedId, receiveCount });
  try {
    return await workOn({ ...own, state: { ...found, nextPollAt: putOff.nextPollAt } }, deps);
  } catch (error) {
    if (error instanceof InterruptedError) await store.feeds.saveState(found, putOff.nextPollAt);
    throw error;
  }
}

const NOTHING = { error: null, movedTo: null, document: null };

async function workOn(
  { message, feed, state }: { message: FeedMessage; feed: Feed; state: FeedState },
  deps: IngestDependencies,
): Promise<IngestReport> {
  const { log } = deps;
  const { feedId, host: hostName } = message;
  const poll = await pollOrFail(feed, state, deps);
  if ('heldHost' in poll) return { ...NOTHING, feedId, ...(await waitForHost(poll.heldHost, state, deps)) };

  const { outcome, document } = poll;
  const { nextPollAt, movedTo } = await conclude(poll, state, { feed, hostName }, deps);
  const error = outcome.kind === 'failed' ? { code: outcome.code, message: outcome.message } : null;
  if (error) log.warn('a feed could not be read', { feedId, ...error });
  if (movedTo) log.warn('a feed has moved for good, and is polled at its new address from now on', { feedId, movedTo });
  return { feedId, result: outcome.kind, nextPollAt, error, movedTo, document };
}

/** Polls; what is thrown on the way is a failure too, so that the feed is put off rather than tried every minute. Where the store is away that can't be written either. */
async function pollOrFail(
  feed: Feed,
  state: FeedState,
  deps: IngestDependencies,
): Promise<PollResult | HeldPollResult> {
  try {
    return await pollFeed(feed, state, deps);
  } catch (error) {
    if (error instanceof InterruptedError || error instanceof WorkerStoppedError) throw error;
    deps.log.error('a feed could not be worked on', {
      feedId: feed.id,
      ...describeError(error),
      stack: stackOf(error),
    });
    return { outcome: failure(error), document: null, entriesBefore: null };
  }
}
