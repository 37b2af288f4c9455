import { sha256 } from '../common/hash.ts';
import { dayOf, type Instant } from '../model/instant.ts';
import type { NormalisedItem } from '../model/item.ts';
import type { KnownItem } from '../store/store-shapes.ts';

/** So many revisions of an item are stored a day; a page that changes by the minute would fill the table. */
const REVISIONS_A_DAY = 5;

const MILLISECONDS_A_DAY = 86_400_000;

/** What is to be done with an item: `new` and `changed` are stored, `deferred` is a change that has to wait for another day, `removed` is taken down. */
export type Verdict = 'new' | 'changed' | 'unchanged' | 'deferred' | 'expired' | 'too-old' | 'removed';

/** The fingerprint that a feed's list of last entries keeps of an entry: 48 bits, as twelve hexadecimal digits. */
export function entryFingerprint(...parts: string[]): string {
  return sha256(...parts).slice(0, 12);
}

/** Tells what an item is to the store, from what is known of it and whether the feed's last document held it. */
export function judgeItem(
  item: NormalisedItem,
  known: KnownItem | null,
  context: { now: Instant; retentionDays: number; listedBefore: boolean },
): Verdict {
  const { now, retentionDays, listedBefore } = context;
  if (known === null) {
    if (listedBefore) return 'expired';
    const window = retentionDays > 0 ? Date.parse(now) - retentionDays * MILLISECONDS_A_DAY : -Infinity;
    return item.feedPublishedAt !== null && Date.parse(item.feedPublishedAt) < window ? 'too-old' : 'new';
  }
  if (known.feedHash === item.feedHash) return 'unchanged';
  const today = dayOf(known.changedAt) === dayOf(now);
  return today && known.revisionsThatDay >= REVISIONS_A_DAY ? 'deferred' : 'changed';
}
