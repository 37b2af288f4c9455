import { hostOf } from '../common/host.ts';
import type { ArticlePage, PageReader } from '../fulltext/page-result.ts';
import { FetchError } from '../model/errors.ts';
import { type Instant, toInstant } from '../model/instant.ts';
import type { Item } from '../model/item.ts';
import type { PageMessage } from '../model/message.ts';
import type { Log } from '../model/ports.ts';
import { heldAfter } from '../schedule/host-hold.ts';
import { nextPageTry, pageDeliveredAgain } from '../schedule/page-tries.ts';
import { afterHold } from '../schedule/state-moves.ts';
import { type FetchPageDependencies, fetchPage } from './fetch-page.ts';
import { withoutPage, withPage } from './page-item.ts';
import type { PageReport } from './page-report.ts';
import { type ItemToStore, type StoreOutcome, storeItems } from './store-items.ts';

/** Three days. */
const LONGEST_WAIT = 3 * 86_400_000;
/** So many tries were there before the last one. */
const LAST_TRY = 2;

/** What working on a page's message needs. */
export interface PageDependencies extends FetchPageDependencies {
  log: Log;
  readPage: PageReader;
  /** Days that items are kept; 0 for ever. */
  retentionDays: number;
  /** How often the queue has delivered the message. */
  receiveCount?: number;
  /** Chance from 0 to 1. */
  jitter: () => number;
}

/** An item that waits for its page, which leads there. */
type Pending = Item & { url: string; nextTryAt: Instant; pageTries: number };

type Reason = { code: string; message: string };

/** What a try brought: the article, a reason why there is none, or until when the host wants to be left alone. */
type Try = { article: ArticlePage } | { reason: Reason } | { heldUntil: Instant };

function isPending(item: Item | null, nextTryAt: Instant): item is Pending {
  return item !== null && item.fullText === 'pending' && item.url !== null && item.nextTryAt === nextTryAt;
}

/** Until when the host that answered so is left alone, which holds for its feeds too; `null` where it doesn't ask for that. */
async function holdHost(url: string, error: FetchError, { store, clock }: PageDependencies): Promise<Instant | null> {
  const heldUntil = heldAfter(error, toInstant(clock.now()));
  if (heldUntil === null) return null;
  const name = error.host ?? hostOf(url);
  await store.hosts.put({ robots: null, ...(await store.hosts.get(name)), name, heldUntil });
  return heldUntil;
}

async function tryPage(item: Pending, deps: PageDependencies): Promise<Try> {
  try {
    const fetched = await fetchPage({ url: item.url, throughPublic: item.fromPrivate !== true }, deps);
    if ('heldHost' in fetched) return { heldUntil: fetched.heldHost.heldUntil };
    const { url, headers, body } = fetched.response;
    const page = await deps.readPage(body, { url, headers, title: item.title, teaser: item.contentText });
    if (page.kind === 'article') return { article: page };
    return { reason: { code: page.code, message: page.reason } };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    const heldUntil = await holdHost(item.url, error, deps);
    if (heldUntil !== null) return { heldUntil };
    return { reason: { code: error.code, message: error.message } };
  }
}

/** Waiting is no try; but a host that is held for days on end is waited for no longer. */
async function waitForHost(item: Pending, heldUntil: Instant, deps: PageDependencies): Promise<PageReport> {
  if (deps.clock.now() - Date.parse(item.changedAt) > LONGEST_WAIT) {
    const message = `${hostOf(item.url)} wants to be left alone until ${heldUntil}`;
    return failed({ ...item, pageTries: LAST_TRY }, { code: 'host-held', message }, deps);
  }
  const to = { nextTryAt: afterHold(heldUntil, deps.jitter()), pageTries: item.pageTries };
  return putOff(item, to, { result: 'held', error: null }, deps);
}

async function storeOne(entry: ItemToStore, { store, clock, retentionDays }: PageDependencies): Promise<StoreOutcome> {
  const [outcome] = await storeItems([entry], { store, retentionDays, now: toInstant(clock.now()) });
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
 * tried again up to three times; only the store's are thrown. A run that is broken off anywhere is simply run again.
 */
export async function ingestPage(message: PageMessage, deps: PageDependencies): Promise<PageReport> {
  const { store, clock, log, receiveCount = 1 } = deps;
  const { itemId } = message;
  const dropped: PageReport = { itemId, result: 'dropped', nextTryAt: null, error: null };
  const found = await store.items.get(itemId);
  if (!isPending(found, message.nextTryAt)) return dropped;

  let item: Pending = { ...found, pageTries: found.pageTries ?? 0 };
  if (receiveCount > 1) {
    const moved = { nextTryAt: pageDeliveredAgain(toInstant(clock.now())), pageTries: item.pageTries + 1 };
    const reason = { code: 'worker-stopped', message: 'whatever worked on it stopped, again and again' };
    if (nextPageTry(moved.pageTries, moved.nextTryAt, 0) === null) return failed(item, reason, deps);
    if (!(await store.items.putOffPage(itemId, moved, item.nextTryAt))) return dropped;
    log.warn('a page is tried again after its worker had stopped', { itemId, receiveCount });
    item = { ...item, ...moved };
  }

  const brought = await tryPage(item, deps);
  if ('heldUntil' in brought) return waitForHost(item, brought.heldUntil, deps);
  if ('reason' in brought) return failed(item, brought.reason, deps);
  const now = toInstant(clock.now());
  const page = { fullText: 'page' as const, pageTries: item.pageTries + 1 };
  const outcome = await storeOne({ item: withPage(item, brought.article, now), known: item, page }, deps);
  if (outcome === 'conflict') return dropped;
  if (outcome !== 'stored') return failed(item, outcome, deps);
  return { itemId, result: 'read', nextTryAt: null, error: null };
}
