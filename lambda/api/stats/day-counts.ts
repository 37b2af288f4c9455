import { type Day, dayOf, type Instant } from '../../model/instant.ts';
import type { Counts } from './stats-shapes.ts';

/** A statement or an item, as far as it is counted. */
export interface Counted {
  itemId: string;
  sortAt: Instant;
  publishedAt: Instant | null;
}

/** Counts of dated rows by day, and of those that are undated. */
export interface DayCounts {
  days: Map<Day, Counts>;
  undated: Counts;
}

/** Counts rows by the day of their article, from that day on; each article once. */
export function countDays(rows: readonly Counted[], isStatement: boolean, firstDay: Day): DayCounts {
  const days = new Map<Day, Counts>();
  const undated: Counts = { statements: 0, items: 0 };
  const seen = new Set<string>();
  for (const { itemId, sortAt, publishedAt } of rows) {
    const day = dayOf(sortAt);
    if (day < firstDay) continue;
    const counts = publishedAt === null ? undated : (days.get(day) ?? { statements: 0, items: 0 });
    if (counts !== undated) days.set(day, counts);
    if (isStatement) counts.statements++;
    if (!seen.has(itemId)) counts.items++;
    seen.add(itemId);
  }
  return { days, undated };
}
