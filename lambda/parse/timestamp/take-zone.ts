import type { Zone } from '../../common/calendar/place-offset.ts';
import { placeOfLongName } from './long-zones.ts';
import { zoneOf } from './zones.ts';

const AFTER_TIME =
  /^\s*((?:gmt|utc|ut)?[+-]\d{1,2}(?::?\d\d)?(?::?00)?z?(?![\d:])|[a-z]+\/[a-z0-9_+/-]+|[a-z]{1,5}(?![a-z.]))/;
const BRACKETED = /^\s*\[([a-z0-9_+/:-]{1,40})\]/;
const LONG_NAME = /^\s*([a-z][a-z. -]{2,40} time)\b/;
const AT_END = /\s([a-z]{3,5})$/;
const NUMERIC = /^[a-z]*[+-]/;
/** A moment in the middle of a year's winter and summer half, at which two zones are compared. */
const MOMENTS = [Date.UTC(2024, 0, 1), Date.UTC(2024, 6, 1)];
const UTC: Zone = () => 0;

/** What was taken: `told` is false where no zone stood there, which means UTC. */
export interface TakenZone {
  zone: Zone;
  isStated: boolean;
  rest: string;
}

interface Found {
  zone: Zone;
  word: string;
  after: string;
}

function first(text: string): Found | null {
  const long = LONG_NAME.exec(text);
  const place = long?.[1] === undefined ? null : placeOfLongName(long[1]);
  const match = place === null ? (AFTER_TIME.exec(text) ?? BRACKETED.exec(text)) : long;
  const word = place ?? match?.[1];
  const zone = word === undefined ? null : zoneOf(word);
  return match && zone && word !== undefined ? { zone, word, after: text.slice(match[0].length) } : null;
}

/** Whether a second zone says the same: a name behind an offset, as in Go and Java, or the same offset again. */
function repeats({ zone, word }: Found, second: Found): boolean {
  const agrees = MOMENTS.some((moment) => zone(moment) === second.zone(moment));
  return agrees || (NUMERIC.test(word) && word !== 'z' && !NUMERIC.test(second.word));
}

/** Takes the zone out of what follows the time, or of the end; a second one only where it says the same. UTC where none is told. */
export function takeZone(before: string, after: string): TakenZone {
  const found = first(after);
  if (found !== null) {
    const second = first(found.after);
    const rest = second !== null && repeats(found, second) ? second.after : found.after;
    return { zone: found.zone, isStated: true, rest: `${before} ${rest}` };
  }
  const rest = `${before} ${after}`.trim();
  const last = AT_END.exec(rest)?.[1];
  const zone = last === undefined || last === 'mar' ? null : zoneOf(last);
  return zone && last
    ? { zone, isStated: true, rest: rest.slice(0, -last.length) }
    : { zone: UTC, isStated: false, rest };
}
