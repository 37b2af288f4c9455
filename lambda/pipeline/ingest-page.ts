import { hostOf } from '../common/host.ts';
import { untilAborted } from '../common/until-aborted.ts';
import type { ArticlePage, ReadPage } from '../fulltext/page-result.ts';
import {
  describeError,
  ExtractorUnavailableError,
  FetchError,
  InterruptedError,
  stackOf,
  WorkerStoppedError,
} from '../model/errors.ts';
import { type Instant, toInstant } from '../model/instant.ts';
import type { Item } from '../model/item.ts';
import type { PageMessage } from '../model/message.ts';
import type { Log } from '../model/ports.ts';
import { heldAfter } from '../schedule/host-hold.ts';
import { nextPageTry, pageDeliveredAgain, whenExtractorMayBeAsked } from '../schedule/page-tries.ts';
import { afterHold, afterMinutes } from '../schedule/state-moves.ts';
import { type BodyPermit, type BodySemaphore, createBodySemaphore } from './body-semaphore.ts';
import { type FetchPageDependencies, fetchPage } from './fetch-page.ts';
import { withoutPage, withPage } from './page-item.ts';
import type { PageReport } from './page-report.ts';
import { type ItemToStore, type ReadText, type StoreOutcome, storeItems } from './store-items.ts';

/** Three days. */
const LONGEST_WAIT = 3 * 86_400_000;
const MOST_TRIES = 3;
const WORKER_STOPPED = { code: 'worker-stopped', message: 'whatever worked on it stopped, again and again' };

/** What working on a page's message needs. */
export interface PageDependencies extends Omit<FetchPageDependencies, 'beforeLargeBody'> {
  log: Log;
  readPage: ReadPage;
  /** What reads the article's text; `extract` by default. */
  readText?: ReadText | undefined;
  /** Days that items are kept; 0 for ever. */
  retentionDays: number;
  /** How often the queue has delivered the message. */
  receiveCount?: number;
  /** Chance from 0 to 1. */
  jitter: () => number;
  /** Bounds the bytes of pages that are in memory at once; by default they are not bounded. */
  bodies?: BodySemaphore;
}

/** An item that waits for its page, which leads there. */
type Pending = Item & { url: string; nextTryAt: Instant; pageTries: number };

type Reason = { code: string; message: string };

/** What a try brought: the article, a reason why there is none, or until when it has to wait, which is no try, and for what. */
type Try = { article: ArticlePage } | { reason: Reason } | { waitUntil: Instant; reason: Reason };

function isPending(item: Item | null, nextTryAt: Instant): item is Pending {
  return item !== null && item.fullText === 'pending' && item.url !== null && item.nextTryAt === nextTryAt;
}

/** Until when the host that answered so is left alone, which holds for its feeds too; `null` where it doesn't ask for that. */
async function holdHost(url: string, error: FetchError, { store, clock }: PageDependencies): Promise<Instant | null> {
  const heldUntil = heldAfter(error, toInstant(clock.now()));
  if (heldUntil === null) return null;
  const name = error.host ?? hostOf(url);
  // What an earlier hold was for says nothing of this one.
  const { heldBy: _, ...known } = (await store.hosts.get(name)) ?? { robots: null };
  await store.hosts.put({ ...known, name, heldUntil });
  return heldUntil;
}

const hostHeld = (host: string, heldUntil: Instant, jitter: number): Try => ({
  waitUntil: afterHold(heldUntil, jitter),
  reason: { code: 'host-held', message: `${host} wants to be left alone until ${heldUntil}` },
});

async function tryPage(item: Pending, permit: BodyPermit, deps: PageDependencies): Promise<Try> {
  const { readPage, signal, clock, jitter } = deps;
  try {
    const start = { url: item.url, throughPublic: item.fromPrivate !== true };
    const fetched = await fetchPage(start, { ...deps, beforeLargeBody: permit.acquire });
    if ('heldHost' in fetched) return hostHeld(fetched.heldHost.name, fetched.heldHost.heldUntil, jitter());
    const { url, headers, body } = fetched.response;
    await permit.acquire(body.length);
    const context = { url, headers, title: item.title, teaser: item.contentText };
    const page = await untilAborted((async () => readPage(body, context))(), signal);
    if (page.kind === 'article') return { article: page };
    return { reason: { code: page.code, message: page.reason } };
  } catch (error) {
    if (error instanceof ExtractorUnavailableError) {
      return { waitUntil: whenExtractorMayBeAsked(toInstant(clock.now()), jitter()), reason: describeError(error) };
    }
    if (!(error instanceof FetchError)) throw error;
    const heldUntil = await holdHost(item.url, error, deps);
    if (heldUntil !== null) return hostHeld(error.host ?? hostOf(item.url), heldUntil, jitter());
    return { reason: { code: error.code, message: error.message } };
  }
}

/** Waiting is no try; but what can't be had for days on end is waited for no longer. */
async function wait(item: Pending, waitUntil: Instant, reason: Reason, deps: PageDependencies): Promise<PageReport> {
  if (deps.clock.now() - Date.parse(item.changedAt) > LONGEST_WAIT) {
    return failed({ ...item, pageTries: MOST_TRIES - 1 }, reason, deps);
  }
  const to = { nextTryAt: waitUntil, pageTries: item.pageTries };
  return putOff(item, to, { result: 'held', error: reason.code === 'host-held' ? null : reason }, deps);
}

async function storeOne(
  entry: ItemToStore,
  { store, clock, retentionDays, readText }: PageDependencies,
): Promise<StoreOutcome> {
  const [outcome] = await storeItems([entry], { store, retentionDays, readText, now: toInstant(clock.now()) });
  return outcome as StoreOutcome;
}

async function putOff(
  item: Pending,
  to: { nextTryAt: Instant; pageTries: number },
  more: { result: 'held' | 'put-off'; error: Reason | null },
  { store }: PageDependencies,
): Promise<PageReport> {
  const isMoved = await store.items.putOffPage(item.id, to, item.nextTryAt);
  if (!isMoved) return { itemId: item.id, result: 'dropped', nextTryAt: null, error: null };
  return { itemId: item.id, nextTryAt: to.nextTryAt, ...more };
}

/** Another try later; after the last one the feed's own text stays, with the reason among the item's warnings. */
async function failed(item: Pending, reason: Reason, deps: PageDependencies): Promise<PageReport> {
  const now = toInstant(deps.clock.now());
  const pageTries = item.pageTries + 1;
  const nextTryAt = nextPageTry(pageTries, now, deps.jitter());
  if (nextTryAt !== null) {
    return putOff(item, { nextTryAt, pageTries }, { result: 'put-off', error: reason }, deps);
  }
  const page = { fullText: 'failed' as const, pageTries };
  const outcome = await storeOne({ item: withoutPage(item, reason), known: item, page }, deps);
  // Without a reason the item was stored before, so that only a table that refuses more can be why.
  if (typeof outcome === 'object') throw new Error(`the item ${item.id} cannot be stored: ${outcome.message}`);
  const result = outcome === 'stored' ? 'failed' : 'dropped';
  return { itemId: item.id, result, nextTryAt: null, error: reason };
}

/**
 * Works on one message of the queue: fetches the page that an item links to, takes the article from it, extracts and stores it as the item's
 * next revision. The feed's hash stays, so that the next poll of the unchanged feed doesn't undo it. Errors of server and page are recorded, and
 * tried again up to three times; a defect of ours puts the page off and takes no try. Throws errors of the store, and an InterruptedError when the signal is
 * aborted: then the page is still due. A run that is broken off anywhere is simply run again.
 */
export async function ingestPage(message: PageMessage, deps: PageDependencies): Promise<PageReport> {
  const { store, clock, log, receiveCount = 1 } = deps;
  const { itemId } = message;
  const dropped: PageReport = { itemId, result: 'dropped', nextTryAt: null, error: null };
  const found = await store.items.get(itemId);
  if (!isPending(found, message.nextTryAt)) return dropped;
  const item: Pending = { ...found, pageTries: found.pageTries ?? 0 };
  // Its last try was counted before it began, and never ended.
  if (item.pageTries >= MOST_TRIES) return failed(item, WORKER_STOPPED, deps);
  if (receiveCount === 1) return workOn(item, deps);

  const { nextTryAt, pageTries } = item;
  const counted = { nextTryAt: pageDeliveredAgain(toInstant(clock.now())), pageTries: pageTries + 1 };
  if (!(await store.items.putOffPage(itemId, counted, nextTryAt))) return dropped;
  log.warn('a page is tried again after its worker had stopped', { itemId, receiveCount });
  try {
    return await workOn({ ...item, nextTryAt: counted.nextTryAt }, deps);
  } catch (error) {
    if (error instanceof InterruptedError) {
      await store.items.putOffPage(itemId, { nextTryAt, pageTries }, counted.nextTryAt);
    }
    throw error;
  }
}

async function workOn(item: Pending, deps: PageDependencies): Promise<PageReport> {
  const { clock, jitter, log, bodies = createBodySemaphore(), signal } = deps;
  const permit = bodies.open(signal);
  try {
    const brought = await tryPage(item, permit, deps);
    if ('waitUntil' in brought) return await wait(item, brought.waitUntil, brought.reason, deps);
    if ('reason' in brought) return await failed(item, brought.reason, deps);
    const now = toInstant(clock.now());
    const page = { fullText: 'page' as const, pageTries: item.pageTries + 1 };
    const outcome = await storeOne({ item: withPage(item, brought.article, now), known: item, page }, deps);
    if (outcome === 'conflict' || outcome === 'removed')
      return { itemId: item.id, result: 'dropped', nextTryAt: null, error: null };
    if (outcome !== 'stored') return await failed(item, outcome, deps);
    return { itemId: item.id, result: 'read', nextTryAt: null, error: null };
  } catch (error) {
    if (error instanceof InterruptedError || error instanceof WorkerStoppedError) throw error;
    // Of ours, or of a store that may answer again; where it does not even now, this throws too, and the page is still due.
    const reason = describeError(error);
    log.error('a page could not be worked on', { itemId: item.id, ...reason, stack: stackOf(error) });
    return await wait(item, afterMinutes(toInstant(clock.now()), 60, jitter()), reason, deps);
  } finally {
    permit.release();
  }
}
