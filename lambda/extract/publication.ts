import { dayNumber, parseDay } from '../common/calendar/civil.ts';
import type { Dateline } from '../model/dateline.ts';
import type { ExtractionInput, PublishedAtSource } from '../model/extraction.ts';
import { type Day, dayOf, type Instant, toInstant } from '../model/instant.ts';
import { ownDay } from './local-day/own-day.ts';

const MOMENT = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d{0,6})?)?\s?(Z|[+-]\d\d:?\d\d)?)?$/i;
const A_DAY = 86_400_000;

/** When a text was published, who tells so, and the day on which its relative words are counted. */
export interface Publication {
  publishedAt: Instant | null;
  publishedAtSource: PublishedAtSource | null;
  /** The article's own day, by the clocks of the place where it was written; `null` where nothing tells. */
  anchor: Day | null;
}

/** A moment as it was written. */
interface Moment {
  instant: Instant;
  /** Minutes east of UTC, where they were written. */
  offset: number | null;
}

function offsetMinutes(zone: string): number {
  if (/^z$/i.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

function readWritten(text: string | null | undefined): Moment | null {
  const match = MOMENT.exec(text?.trim() ?? '');
  const day = match && parseDay(match[1] ?? '');
  if (!match || !day) return null;
  const [hour, minute, second] = [match[2], match[3], match[4]].map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
  ];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const offset = match[6] === undefined ? null : offsetMinutes(match[6]);
  const seconds = (hour * 60 + minute - (offset ?? 0)) * 60 + second;
  const moment = dayNumber(day) * A_DAY + seconds * 1000 + Number((match[5] ?? '').padEnd(3, '0'));
  const inRange =
    moment >= dayNumber({ year: 1, month: 1, day: 1 }) * A_DAY &&
    moment < dayNumber({ year: 9999, month: 12, day: 31 }) * A_DAY;
  return inRange ? { instant: toInstant(moment), offset } : null;
}

/** A day or RFC 3339 moment as an instant (no zone: UTC, no time: midnight); `null` for anything else and for impossible ones. */
export function readMoment(text: string | null | undefined): Instant | null {
  return readWritten(text)?.instant ?? null;
}

/**
 * The feed's timestamp, else the dateline's day at midnight UTC; the time of fetching is an anchor only. The anchor is the day that the
 * clocks showed where the article was written.
 */
export function readPublication(
  input: Pick<ExtractionInput, 'publishedAt' | 'publishedAtOffset' | 'fetchedAt' | 'country' | 'language'>,
  dateline: Dateline | null,
): Publication {
  const { country = null, language = null } = input;
  const context = { place: dateline?.place ?? null, country, language };
  const feed = readWritten(input.publishedAt);
  if (feed !== null) {
    // What is stored is UTC, and the offset that the feed wrote stands beside it.
    const offset = input.publishedAtOffset === undefined ? feed.offset : input.publishedAtOffset;
    const { instant } = feed;
    return { publishedAt: instant, publishedAtSource: 'feed', anchor: ownDay(instant, { ...context, offset }) };
  }
  const written = readMoment(dateline?.date);
  if (written !== null) return { publishedAt: written, publishedAtSource: 'dateline', anchor: dayOf(written) };
  const fetched = readMoment(input.fetchedAt);
  const anchor = fetched === null ? null : ownDay(fetched, { ...context, offset: 0 });
  return { publishedAt: null, publishedAtSource: fetched === null ? null : 'fetched', anchor };
}
