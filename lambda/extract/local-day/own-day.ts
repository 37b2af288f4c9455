import { minutesEast } from '../../common/calendar/place-offset.ts';
import { type Day, dayOf, type Instant, toInstant } from '../../model/instant.ts';
import { zoneOfCountry, zoneOfPlace } from './place-zones.ts';

/** What tells on which clocks an article was written. */
export interface WrittenWhere {
  /** Minutes east of UTC that the timestamp names; 0 for UTC, `null` where it names none. */
  offset: number | null;
  /** The dateline's place. */
  place: string | null;
  /** Country of the feed, as two letters. */
  country: string | null;
  /** BCP 47; its region stands for a country that nobody tells. */
  language: string | null;
}

function regionOf(tag: string): string | null {
  return (
    tag
      .split(/[-_]/)
      .slice(1)
      .find((part) => /^[A-Za-z]{2}$/.test(part)) ?? null
  );
}

/** The zone that a feed which writes UTC is read in: of the dateline's place, else of the feed's country. */
function zoneOf({ place, country, language }: WrittenWhere): string | null {
  const ofPlace = place === null ? null : zoneOfPlace(place);
  const code = country ?? (language === null ? null : regionOf(language));
  return ofPlace ?? (code === null ? null : zoneOfCountry(code));
}

function minutesOf(instant: Instant, where: WrittenWhere): number {
  if (where.offset !== 0) return where.offset ?? 0;
  // A day alone is written as its midnight; nobody publishes at that very second.
  if (instant.endsWith('T00:00:00Z')) return 0;
  const zone = zoneOf(where);
  return zone === null ? 0 : (minutesEast(zone, Date.parse(instant)) ?? 0);
}

/**
 * The article's own day: by the offset that its timestamp names; where that is UTC, which most software writes wherever it runs, by the
 * clocks of the dateline's place, else of the feed's country, else UTC. A timestamp without a zone is of the day that it names.
 */
export function ownDay(instant: Instant, where: WrittenWhere): Day {
  try {
    return dayOf(toInstant(Date.parse(instant) + minutesOf(instant, where) * 60_000));
  } catch {
    return dayOf(instant);
  }
}
