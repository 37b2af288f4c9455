import { type Day, dayOf, type Instant, sortableInstant, toInstant } from '../model/instant.ts';
import type { Store } from '../store/store.ts';
import type { RollupRow } from '../store/store-shapes.ts';

/** A day's counts, by subject, and when its speakers were seen first and last in it, by speaker id. */
export interface DayCount {
  rows: Map<string, RollupRow>;
  seen: Map<string, { first: Instant; last: Instant }>;
}

const MILLISECONDS_A_DAY = 86_400_000;

/** How the table names a speaker or feed that is counted. */
export const subjectOf = { speaker: (id: string) => `SPEAKER#${id}`, feed: (id: string) => `FEED#${id}` };

/**
 * Counts a day from its records: items of each feed, and statements of each feed and speaker. Statements count where their revision is
 * their item's and the item is no copy of another.
 */
export async function countDay(store: Store, day: Day, feedTitle: (id: string) => Promise<string>): Promise<DayCount> {
  const from = `${day}T00:00:00Z`;
  const range = { from, to: toInstant(Date.parse(from) + MILLISECONDS_A_DAY) };
  const rows = new Map<string, RollupRow>();
  const seen: DayCount['seen'] = new Map();
  const rowOf = (subject: string, name: string): RollupRow => {
    const row = rows.get(subject) ?? { day, subject, name, items: 0, statements: 0, roles: [] };
    rows.set(subject, row);
    return row;
  };

  const originals = new Map<string, number>();
  for await (const { record: item } of store.items.newest(range)) {
    rowOf(subjectOf.feed(item.feedId), await feedTitle(item.feedId)).items++;
    if (item.duplicateOf === null) originals.set(item.id, item.revision);
  }

  const itemsOf = new Map<string, Set<string>>();
  for await (const { record: statement } of store.statements.newest(range)) {
    const { itemId, revision, feedId, speaker, sortAt } = statement;
    if (originals.get(itemId) !== revision) continue;
    rowOf(subjectOf.feed(feedId), await feedTitle(feedId)).statements++;
    if (!speaker || speaker.id === null) continue;
    const row = rowOf(subjectOf.speaker(speaker.id), speaker.name);
    row.statements++;
    const items = itemsOf.get(row.subject) ?? new Set();
    itemsOf.set(row.subject, items.add(itemId));
    row.items = items.size;
    if (speaker.role && !row.roles.includes(speaker.role)) row.roles.push(speaker.role);
    const known = seen.get(speaker.id) ?? { first: sortAt, last: sortAt };
    const earlier = sortableInstant(sortAt) < sortableInstant(known.first);
    const later = sortableInstant(sortAt) > sortableInstant(known.last);
    seen.set(speaker.id, { first: earlier ? sortAt : known.first, last: later ? sortAt : known.last });
  }
  for (const row of rows.values()) row.roles.sort();
  return { rows, seen };
}

/** The moment on that day which is known, else the day's beginning. */
export function momentOn(day: Day, ...candidates: (Instant | undefined)[]): Instant {
  return candidates.find((moment) => moment !== undefined && dayOf(moment) === day) ?? `${day}T00:00:00Z`;
}
