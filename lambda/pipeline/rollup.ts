import { type Day, dayOf, type Instant, toInstant } from '../model/instant.ts';
import type { Clock, Log } from '../model/ports.ts';
import type { Store } from '../store/store.ts';
import type { Change } from '../store/store-shapes.ts';
import { indexWords, type WordsReport } from './index-words.ts';
import { recount } from './recount.ts';

/**
 * So much of what was counted before is walked again: changes may become visible a little after their own time, and what a writer has left is taken away
 * an hour after it died.
 */
const OVERLAP_MILLISECONDS = 75 * 60_000;
const MILLISECONDS_A_DAY = 86_400_000;
/** So long after its end a day still changes with most hours, and is then written as one that is over. */
export const OPEN_BEHIND_ITS_END = 6 * 3_600_000;
/** So many items are read at a time. */
const AT_A_TIME = 100;

/** What a rollup did. */
export interface RollupReport {
  changes: number;
  days: number;
  speakers: number;
  /** How far the changes are counted now. */
  through: Instant;
  words: WordsReport;
}

/**
 * Clears items of what former revisions left, and of one that never came to its end, since the feed took it back; and sets right whose copies they are: an
 * original may never have arrived.
 */
async function repairChanged(store: Store, changes: Change[]): Promise<void> {
  const items = await store.items.summaries(changes.map(({ itemId }) => itemId));
  for (const { itemId, changedAt } of changes) {
    const item = items.get(itemId);
    if (item && (item.revision > 1 || changedAt !== item.changedAt || item.duplicateOf !== null)) {
      await store.items.repair(itemId, changedAt);
    }
  }
}

async function changedDays(store: Store, from: Instant, to: Instant): Promise<{ changes: number; days: Set<Day> }> {
  const days = new Set<Day>();
  let changes = 0;
  let waiting: Change[] = [];
  for await (const { record: change } of store.items.changes({ from, to })) {
    changes++;
    for (const day of change.days) days.add(day);
    waiting.push(change);
    if (waiting.length < AT_A_TIME) continue;
    await repairChanged(store, waiting);
    waiting = [];
  }
  await repairChanged(store, waiting);
  return { changes, days };
}

/** Titles of feeds, read all together once the first one is asked for, which is the cheapest way; the id stands for a feed that is no more. */
function feedTitles({ feeds }: Store): (id: string) => Promise<string> {
  const readAll = async (): Promise<Map<string, string>> => {
    const titles = new Map<string, string>();
    for await (const { record } of feeds.list()) titles.set(record.id, record.title);
    return titles;
  };
  let all: ReturnType<typeof readAll> | undefined;
  return async (id) => {
    all ??= readAll();
    return (await all).get(id) || id;
  };
}

/**
 * Counts anew each day that changed since the last run, and the speakers that have statements in it; nothing is ever added to a count, so
 * a run that is broken off is simply run again. Changed items are cleared of what their former revisions left.
 */
export async function rollup(deps: { store: Store; clock: Clock; log: Log }): Promise<RollupReport> {
  const { store, clock, log } = deps;
  const last = await store.rollups.through();
  const from = toInstant(last === null ? 0 : Date.parse(last) - OVERLAP_MILLISECONDS);
  // First, for what this writes is to be counted.
  await store.corrections.settle(from);
  const through = toInstant(clock.now());
  const { changes, days } = await changedDays(store, from, through);
  const lastDay = dayOf(toInstant(Date.parse(through) - MILLISECONDS_A_DAY));
  const firstOpenDay = dayOf(toInstant(Date.parse(through) - OPEN_BEHIND_ITS_END));
  for (const day of await store.rollups.openDays()) if (day < firstOpenDay) days.add(day);
  const titleOf = feedTitles(store);
  const speakers = await recount(store, [...days].toSorted(), { lastDay, firstOpenDay, titleOf });
  await store.rollups.setThrough(through);
  const words = await indexWords({ store, clock });
  const report = { changes, days: days.size, speakers, through, words };
  log.info('days are counted and words are indexed', report);
  return report;
}
