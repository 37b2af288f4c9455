import { type CivilDay, dayNumber, isCivilDay } from '../../common/calendar/civil.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import { DAY_LAYOUTS, type DayParts } from './day-layouts.ts';
import { isWeekday, monthOfWord } from './names.ts';
import { readStandardForm } from './standard-forms.ts';
import { takeTime } from './time-of-day.ts';
import { type Zone, zoneOf } from './zones.ts';

const MAXIMUM_LENGTH = 100;
const MILLISECONDS_A_DAY = 86_400_000;
const UTC: Zone = () => 0;

/** Words that stand between the parts of a date and say nothing. */
const FILLERS: ReadonlySet<string> = new Set(
  'at de del den der le la of on the year à a à, en um om kl klo uhr г г. года год в t'.split(' '),
);
const LABEL = /^(?:date|published|updated|posted|last modified)(?: on)?\s*:\s*/;
const COMMENT = /\s*\([^()]*\)\s*$/;
const COMPACT = /^(\d{4})-?(\d\d)-?(\d\d)t?(\d\d)(\d\d)(\d\d)?(?=$|z|[+-]|\s)/;
const ZONE_AFTER_TIME =
  /^\s*((?:gmt|utc|ut)?[+-]\d{1,2}(?::?\d\d)?(?::?00)?z?(?![\d:])|[a-z]+\/[a-z0-9_+/-]+|[a-z]{1,5}(?![a-z.]))/;
const ZONE_AT_END = /\s([a-z]{3,5})$/;
const TOKEN = /\d+|[\p{L}\p{M}]+/gu;
const SEPARATORS = /^[\s,./\-–[\]年月日년월일]*$/u;

/** Digits of other scripts as ASCII, no case, plain spaces. */
function plain(raw: string): string {
  return raw
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[年月년월]/g, '-')
    .replace(/[日일]/g, ' ')
    .replace(/[\s\u200e\u200f]+/gu, ' ')
    .trim()
    .toLowerCase()
    .replace(LABEL, '')
    .replace(COMMENT, '')
    .replace(
      COMPACT,
      (_, year, month, day, hour, minute, second = '00') => `${year}-${month}-${day} ${hour}:${minute}:${second}`,
    );
}

/** Takes the zone out of what follows the time, or of the end; UTC where none is told, `null` zone for an unknown one. */
function takeZone(before: string, after: string): { zone: Zone; rest: string } {
  const match = ZONE_AFTER_TIME.exec(after);
  const zone = match?.[1] === undefined ? null : zoneOf(match[1]);
  if (match && zone) return { zone, rest: `${before} ${after.slice(match[0].length)}` };
  const rest = `${before} ${after}`.trim();
  const last = ZONE_AT_END.exec(rest)?.[1];
  const lastZone = last === undefined || last === 'mar' ? null : zoneOf(last);
  return lastZone && last ? { zone: lastZone, rest: rest.slice(0, -last.length) } : { zone: UTC, rest };
}

/** Reads numbers and month names; `null` where anything else stands there but weekdays and fillers. */
function readParts(text: string, language: string | null): DayParts | null {
  const found = [...text.matchAll(TOKEN)];
  const between = text.split(TOKEN);
  const words = found.map(([word]) => word);
  const tokens: string[] = [];
  const isDigits = (word: string | undefined): boolean => word !== undefined && /^\d/.test(word);
  const months = words.map((word) => (isDigits(word) ? null : monthOfWord(word, language)));
  const lastMonth = months.findLastIndex((month) => month !== null);
  let separator = '';
  for (const [index, word] of words.entries()) {
    const follows = between[index + 1] ?? '';
    if (isDigits(word)) {
      if (tokens.length === 0) separator = follows.trim();
      tokens.push(word);
    } else if (months[index] !== null && index === lastMonth) tokens.push(`m${months[index]}`);
    else if (isDigits(words[index - 1]) && /^(?:st|nd|rd|th|er|º|ª|o)$/.test(word) && between[index] === '') continue;
    else if (!FILLERS.has(word) && !isWeekday(word) && !(index === 0 && /^\.?,/.test(follows))) return null;
  }
  if (!between.every((gap) => SEPARATORS.test(gap))) return null;
  return { tokens, separator, truncated: text.startsWith('-'), language };
}

function readDay(parts: DayParts): CivilDay | null {
  const shape = parts.tokens.join(' ');
  for (const layout of DAY_LAYOUTS) {
    const day = layout.pattern.test(shape) ? layout.read(parts.tokens, parts) : null;
    if (day !== null) return isCivilDay(day) ? day : null;
  }
  return null;
}

/** Seconds or milliseconds since 1970; and the ordinal days of ISO 8601, as `2023-316` and `23316`. */
function readNumbers(text: string): number | null {
  if (/^\d{10}$/.test(text)) return Number(text) * 1000;
  if (/^\d{13}$/.test(text)) return Number(text);
  const ordinal = /^(\d\d)(\d{3})$/.exec(text) ?? /^(\d{4})-(\d{3})$/.exec(text);
  if (!ordinal) return null;
  const year = Number(ordinal[1]) + (ordinal[1]?.length === 2 ? 2000 : 0);
  const number = dayNumber({ year, month: 1, day: 1 }) + Number(ordinal[2]) - 1;
  const isInYear =
    number >= dayNumber({ year, month: 1, day: 1 }) && number < dayNumber({ year: year + 1, month: 1, day: 1 });
  return isInYear ? number * MILLISECONDS_A_DAY : null;
}

/**
 * The instant that a feed's timestamp means, `null` where it means none: RFC 822 and 2822, RFC 3339 and W3C-DTF, asctime,
 * and what else feeds write, with month names of many languages. Without a zone it is UTC, without a time 00:00; a wrong
 * weekday is ignored; a day or time that does not exist is refused. `language` (BCP 47) settles names and orders that
 * mean different things in different languages. Texts of over 100 characters are refused.
 */
export function parseTimestamp(raw: string, language: string | null = null): Instant | null {
  if (raw.length > MAXIMUM_LENGTH) return null;
  const standard = readStandardForm(raw);
  if (standard !== null) return standard;
  const text = plain(raw);
  const number = readNumbers(text);
  if (number !== null) return toInstant(number);
  const time = takeTime(text);
  if (time === null) return null;
  const { zone, rest } = takeZone(time.before, time.after);
  const parts = readParts(rest.trim(), language);
  const day = parts && readDay(parts);
  if (day === null) return null;
  const local = dayNumber(day) * MILLISECONDS_A_DAY + time.milliseconds;
  const instant = local - zone(local) * 60_000;
  try {
    return toInstant(instant);
  } catch {
    return null;
  }
}
