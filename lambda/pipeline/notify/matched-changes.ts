import { shortHash } from '../../common/hash.ts';
import { hourOf, type Instant, sortableInstant, toInstant } from '../../model/instant.ts';
import type { ItemSummary } from '../../model/item.ts';
import type { NotifyProgress } from '../../store/searches/notify-progress.ts';
import type { Change } from '../../store/store-shapes.ts';

const HOUR = 3_600_000;
/** Of base64url: 60 bits, which no two of some thousand changes share. */
const LENGTH = 10;

/** What was matched lately. */
export interface MatchedChanges {
  /** Whether this change was matched. */
  hasChange(change: Pick<Change, 'itemId' | 'changedAt'>): boolean;
  /** Whether the text of this edition was matched, maybe as other rules read it. */
  hasText(item: ItemSummary): boolean;
  /** Notes that the change was matched, and which text it brought. */
  add(change: Pick<Change, 'itemId' | 'changedAt'>, item: ItemSummary): void;
  /** For the checkpoint; hours that no run walks again are left out, those of two hours before `through` (milliseconds) and earlier. */
  recent(through: number): NotifyProgress['matched'];
}

const nameOf = (kind: string, itemId: string, at: Instant): string =>
  shortHash(kind, itemId, sortableInstant(at)).slice(0, LENGTH);

/** Opens what the checkpoint holds. */
export function openMatched(stored: NotifyProgress['matched']): MatchedChanges {
  const byHour = new Map(Object.entries(stored).map(([hour, names]) => [hour, new Set(names)]));
  const has = (name: string): boolean => [...byHour.values()].some((names) => names.has(name));
  return {
    hasChange: ({ itemId, changedAt }) => has(nameOf('change', itemId, changedAt)),
    hasText: ({ id, fetchedAt }) => has(nameOf('text', id, fetchedAt)),
    add({ itemId, changedAt }, { fetchedAt }) {
      const hour = hourOf(changedAt);
      const names = byHour.get(hour) ?? new Set();
      byHour.set(hour, names);
      names.add(nameOf('change', itemId, changedAt)).add(nameOf('text', itemId, fetchedAt));
    },
    recent(through) {
      const oldest = hourOf(toInstant(Math.max(0, through - 2 * HOUR)));
      return Object.fromEntries(
        [...byHour].filter(([hour]) => hour >= oldest).map(([hour, names]) => [hour, [...names]]),
      );
    },
  };
}
