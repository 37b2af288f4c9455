import { shortHash } from '../../common/hash.ts';
import { type Instant, sortableInstant, toInstant } from '../../model/instant.ts';
import type { ItemSummary } from '../../model/item.ts';
import type { NotifyProgress } from '../../store/searches/notify-progress.ts';
import type { Change } from '../../store/store-shapes.ts';

/** Longer than what each run walks again. */
const KEPT = 80 * 60_000;
/** Of base64url: 42 bits, which no two of some thousand changes share. The checkpoint is written every minute, and each of its kilobytes is paid for. */
const LENGTH = 7;
/** `2026-03-15T12:3`: ten minutes. */
const LENGTH_OF_STRETCH = 15;

/** What was matched lately. */
export interface MatchedChanges {
  /** Whether this change was matched. */
  hasChange(change: Pick<Change, 'itemId' | 'changedAt'>): boolean;
  /** Whether the text of this edition was matched, maybe as other rules read it. */
  hasText(item: ItemSummary): boolean;
  /** Notes that the change was matched, and which text it brought. */
  add(change: Pick<Change, 'itemId' | 'changedAt'>, item: ItemSummary): void;
  /** For the checkpoint; what no run walks again is left out, as seen from `through` (milliseconds). */
  recent(through: number): NotifyProgress['matched'];
}

const nameOf = (kind: string, itemId: string, at: Instant): string =>
  shortHash(kind, itemId, sortableInstant(at)).slice(0, LENGTH);
const stretchOf = (at: Instant): string => sortableInstant(at).slice(0, LENGTH_OF_STRETCH);

/** Opens what the checkpoint holds. */
export function openMatched(stored: NotifyProgress['matched']): MatchedChanges {
  const stretches = new Map(Object.entries(stored).map(([stretch, names]) => [stretch, new Set(split(names))]));
  const has = (name: string): boolean => [...stretches.values()].some((names) => names.has(name));
  return {
    hasChange: ({ itemId, changedAt }) => has(nameOf('change', itemId, changedAt)),
    hasText: ({ id, fetchedAt }) => has(nameOf('text', id, fetchedAt)),
    add({ itemId, changedAt }, { fetchedAt }) {
      const names = stretches.get(stretchOf(changedAt)) ?? new Set();
      stretches.set(stretchOf(changedAt), names);
      names.add(nameOf('change', itemId, changedAt)).add(nameOf('text', itemId, fetchedAt));
    },
    recent(through) {
      const oldest = stretchOf(toInstant(Math.max(0, through - KEPT)));
      const kept = [...stretches].filter(([stretch]) => stretch >= oldest);
      return Object.fromEntries(kept.map(([stretch, names]) => [stretch, [...names].join('')]));
    },
  };
}

function split(names: string): string[] {
  return Array.from({ length: names.length / LENGTH }, (_, n) => names.slice(n * LENGTH, (n + 1) * LENGTH));
}
