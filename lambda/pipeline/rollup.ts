import { type Day, type Instant, toInstant } from '../model/instant.ts';
import type { Clock, Log } from '../model/ports.ts';
import type { Store } from '../store/store.ts';
import { countDay, type DayCount, subjectOf } from './count-day.ts';
import { setSpeakerTotals } from './speaker-totals.ts';

/** Changes may become visible a little after their own time; so much of what was counted before is walked again. */
const OVERLAP_MILLISECONDS = 15 * 60_000;
/** So many speakers are read at a time. */
const AT_A_TIME = 100;

const SPEAKER = subjectOf.speaker('');

/** What a rollup did. */
export interface RollupReport {
  changes: number;
  days: number;
  speakers: number;
  /** How far the changes are counted now. */
  through: Instant;
}

async function changedDays(store: Store, from: Instant, to: Instant): Promise<{ changes: number; days: Set<Day> }> {
  const days = new Set<Day>();
  let changes = 0;
  for await (const { record: change } of store.items.changes({ from, to })) {
    changes++;
    for (const day of change.days) days.add(day);
    if (change.revision > 1 && !change.removed) await store.items.repair(change.itemId);
  }
  return { changes, days };
}

/** Replaces the rows of each day by a new count; answers the counts and the speakers that are or were in them. */
async function recount(store: Store, days: Iterable<Day>): Promise<{ counted: Map<Day, DayCount>; ids: Set<string> }> {
  const counted = new Map<Day, DayCount>();
  const ids = new Set<string>();
  for (const day of days) {
    const before = await store.rollups.ofDay(day);
    const count = await countDay(store, day);
    await store.rollups.putDay(day, count.rows);
    counted.set(day, count);
    for (const { subject } of [...before, ...count.rows]) {
      if (subject.startsWith(SPEAKER)) ids.add(subject.slice(SPEAKER.length));
    }
  }
  return { counted, ids };
}

/**
 * Counts anew each day that changed since the last run, and then the speakers that have statements in it; nothing is ever added to a count,
 * so a run that is broken off is simply run again. Changed items are cleared of what their former revisions left.
 */
export async function rollup(deps: { store: Store; clock: Clock; log: Log }): Promise<RollupReport> {
  const { store, clock, log } = deps;
  const through = toInstant(clock.now());
  const last = await store.rollups.through();
  const from = toInstant(last === null ? 0 : Date.parse(last) - OVERLAP_MILLISECONDS);
  const { changes, days } = await changedDays(store, from, through);
  const { counted, ids } = await recount(store, [...days].toSorted());
  const speakers = [...ids];
  for (let start = 0; start < speakers.length; start += AT_A_TIME) {
    const found = await store.speakers.many(speakers.slice(start, start + AT_A_TIME));
    for (const speaker of found.values()) await setSpeakerTotals(store, speaker, counted);
  }
  await store.rollups.setThrough(through);
  const report = { changes, days: days.size, speakers: ids.size, through };
  log.info('days are counted', report);
  return report;
}
