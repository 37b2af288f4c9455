import type { FeedEntry, FeedTimestamp } from '../model/feed-document.ts';
import type { Instant } from '../model/instant.ts';
import type { Warning } from '../model/warning.ts';

/** Nothing on the web was published before; earlier timestamps are unset clocks. */
const EARLIEST = '1990-01-01T00:00:00Z';
const DAY = 86_400_000;

/** What an entry's timestamps say, as far as they can be believed. */
export interface PlausibleDates {
  feedPublishedAt: Instant | null;
  publishedAtOffset: number | null;
  publishedAtRaw: string | null;
  updatedAt: Instant | null;
  warnings: Warning[];
}

/** Why a timestamp is not believed; `null` where it is. */
function doubt({ value, raw }: FeedTimestamp, latest: number): Warning | null {
  if (value === null) return { code: 'timestamp-unreadable', message: `“${raw}” is no date and time that can be read` };
  if (Date.parse(value) > latest) {
    return { code: 'timestamp-in-future', message: `“${raw}” lies more than a day after the feed was fetched` };
  }
  return value < EARLIEST ? { code: 'timestamp-too-early', message: `“${raw}” lies before 1990` } : null;
}

/**
 * The first believable of an entry's times of publication and update, with its own words. One that cannot be read, lies
 * more than 24 hours after `fetchedAt` or before 1990 is kept in its words alone, with a warning.
 */
export function plausibleDates({ published, updated }: FeedEntry, fetchedAt: Instant): PlausibleDates {
  const latest = Date.parse(fetchedAt) + DAY;
  const warnings: Warning[] = [];
  const believed = (timestamp: FeedTimestamp | null): FeedTimestamp | null => {
    if (timestamp === null) return null;
    const warning = doubt(timestamp, latest);
    if (warning) warnings.push(warning);
    return warning ? null : timestamp;
  };
  const believedPublished = believed(published);
  const believedUpdated = believed(updated);
  const chosen = believedPublished ?? believedUpdated;
  return {
    feedPublishedAt: chosen?.value ?? null,
    publishedAtOffset: chosen?.offset ?? null,
    publishedAtRaw: (chosen ?? published ?? updated)?.raw ?? null,
    updatedAt: believedUpdated?.value ?? null,
    warnings,
  };
}
