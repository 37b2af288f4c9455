import type { Day } from '../model/instant.ts';
import { subjectOf } from '../store/rollup-subject.ts';
import type { Store } from '../store/store.ts';
import { countDay, type DayCount } from './count-day.ts';
import { setSpeakerTotals } from './speaker-totals.ts';

/** So many days are counted together, */
const DAYS_AT_A_TIME = 31;
/** or fewer, which have so many rows: of ten thousand feeds each has one in nearly every day, and all are held in memory. */
const ROWS_AT_A_TIME = 10_000;
/** So many speakers are read at a time. */
const AT_A_TIME = 100;

const SPEAKER = subjectOf.speaker('');

/** What a count is to know of time, and the names of feeds. */
export interface Recounting {
  /** The last day that is over. */
  lastDay: Day;
  /** The first day that may still change with every hour. */
  firstOpenDay: Day;
  titleOf: (id: string) => Promise<string>;
}

/**
 * Counts these days, which are in order, some at a time, and writes what is new; answers how many speakers that concerned. Errors of the store are
 * thrown.
 */
export async function recount(store: Store, days: Day[], recounting: Recounting): Promise<number> {
  let speakers = 0;
  for (let left = days; left.length > 0; ) {
    const counted = await countSome(store, left, recounting.titleOf);
    speakers += await putCounts(store, counted, recounting);
    left = left.slice(counted.size);
  }
  return speakers;
}

/** Counts the first of these days, as many as are held in memory together. */
async function countSome(
  store: Store,
  days: Day[],
  titleOf: (id: string) => Promise<string>,
): Promise<Map<Day, DayCount>> {
  const counted = new Map<Day, DayCount>();
  let rows = 0;
  for (const day of days) {
    const count = await countDay(store, day, titleOf);
    counted.set(day, count);
    rows += count.size;
    if (counted.size === DAYS_AT_A_TIME || rows >= ROWS_AT_A_TIME) break;
  }
  return counted;
}

/**
 * Writes what was counted: totals of the speakers whose share in these days is another than before first, and the days' own rows after them, since
 * these rows are all that tells who was in a day before.
 */
async function putCounts(
  store: Store,
  counted: Map<Day, DayCount>,
  { lastDay, firstOpenDay }: Recounting,
): Promise<number> {
  const changed = new Map<string, Day[]>();
  for (const [day, rows] of counted) {
    for (const subject of await store.rollups.changed(day, rows)) {
      if (subject.startsWith(SPEAKER)) changed.set(subject, [...(changed.get(subject) ?? []), day]);
    }
  }
  const subjects = [...changed.keys()];
  for (let start = 0; start < subjects.length; start += AT_A_TIME) {
    const ids = subjects.slice(start, start + AT_A_TIME).map((subject) => subject.slice(SPEAKER.length));
    for (const speaker of (await store.speakers.counted(ids)).values()) {
      const days = changed.get(subjectOf.speaker(speaker.id)) ?? [];
      await setSpeakerTotals(store, speaker, { counted, changed: days, lastDay });
    }
  }
  for (const [day, rows] of counted) await store.rollups.putDay(day, rows, { isOpen: day >= firstOpenDay });
  return subjects.length;
}
