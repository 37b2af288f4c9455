import { dayNumber, parseDay } from '../common/calendar/civil.ts';
import type { Dateline } from '../model/dateline.ts';
import type { PublishedAtSource } from '../model/extraction.ts';
import { type Instant, toInstant } from '../model/instant.ts';

const MOMENT = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d{0,6})?)?\s?(Z|[+-]\d\d:?\d\d)?)?$/i;
const A_DAY = 86_400_000;

/** When a text was published, who tells so, and the moment that its relative words are resolved against. */
export interface Publication {
  publishedAt: Instant | null;
  publishedAtSource: PublishedAtSource | null;
  anchor: Instant | null;
}

function offsetMinutes(zone: string): number {
  if (zone === '' || /^z$/i.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** A day or RFC 3339 moment as an instant (no zone: UTC, no time: midnight); `null` for anything else and for impossible ones. */
export function readMoment(text: string | null | undefined): Instant | null {
  const match = MOMENT.exec(text?.trim() ?? '');
  const day = match && parseDay(match[1] ?? '');
  if (!match || !day) return null;
  const [hour, minute, second] = [match[2], match[3], match[4]].map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
  ];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const seconds = (hour * 60 + minute - offsetMinutes(match[6] ?? '')) * 60 + second;
  const moment = dayNumber(day) * A_DAY + seconds * 1000 + Number((match[5] ?? '').padEnd(3, '0'));
  const inRange =
    moment >= dayNumber({ year: 1, month: 1, day: 1 }) * A_DAY &&
    moment < dayNumber({ year: 9999, month: 12, day: 31 }) * A_DAY;
  return inRange ? toInstant(moment) : null;
}

/** The feed's timestamp, else the dateline's day at midnight UTC; the time of fetching is an anchor only. */
export function readPublication(
  input: { publishedAt?: string | null | undefined; fetchedAt?: string | null | undefined },
  dateline: Dateline | null,
): Publication {
  const feed = readMoment(input.publishedAt);
  if (feed !== null) return { publishedAt: feed, publishedAtSource: 'feed', anchor: feed };
  const written = readMoment(dateline?.date);
  if (written !== null) return { publishedAt: written, publishedAtSource: 'dateline', anchor: written };
  const fetched = readMoment(input.fetchedAt);
  return { publishedAt: null, publishedAtSource: fetched === null ? null : 'fetched', anchor: fetched };
}
