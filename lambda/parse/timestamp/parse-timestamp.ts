import { type CivilDay, dayNumber, isCivilDay } from '../../common/calendar/civil.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import { DAY_LAYOUTS, type DayParts } from './day-layouts.ts';
import { isWeekday, monthOfWord } from './names.ts';
import { type ReadTimestamp, readStandardForm } from './standard-forms.ts';
import { takeZone } from './take-zone.ts';
import { takeTime } from './time-of-day.ts';
import { inPlainWriting } from './writing.ts';

const MAXIMUM_LENGTH = 100;
const MILLISECONDS_A_DAY = 86_400_000;

/** Words that stand between the parts of a date and say nothing. */
const FILLERS: ReadonlySet<string> = new Set(
  `at de del den der le la las el il of on the year à às a as o en em um om kl klo klockan uhr uur h hs hrs ore ora alle pukul jam saat v w dne am г г. года год року р в о ч t tháng ngày năm feira segunda terça quarta quinta sexta`.split(
    ' ',
  ),
);
/** Fillers of one letter, which stand alone: `v2026.11.20` is a version. */
const LETTERS = /^[vwoya]$/;
const TOKEN = /\d+|[\p{L}\p{M}]+/gu;
const SEPARATORS = /^[\s,./\-–[\]年月日년월일]*$/u;

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
    else if (LETTERS.test(word) && isDigits(words[index + 1]) && follows === '') return null;
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
  const seconds = /^@?(\d{10})(?:\.(\d{1,9}))?$/.exec(text);
  if (seconds) return Number(seconds[1]) * 1000 + Number((seconds[2] ?? '').padEnd(3, '0').slice(0, 3));
  if (/^\d{13}$/.test(text)) return Number(text);
  const ordinal = /^(\d\d)(\d{3})$/.exec(text) ?? /^(\d{4})-(\d{3})$/.exec(text);
  if (!ordinal) return null;
  const year = Number(ordinal[1]) + (ordinal[1]?.length === 2 ? 2000 : 0);
  const number = dayNumber({ year, month: 1, day: 1 }) + Number(ordinal[2]) - 1;
  const isInYear =
    number >= dayNumber({ year, month: 1, day: 1 }) && number < dayNumber({ year: year + 1, month: 1, day: 1 });
  return isInYear ? number * MILLISECONDS_A_DAY : null;
}

function inRange(milliseconds: number, offset: number | null): ReadTimestamp | null {
  try {
    return { instant: toInstant(milliseconds), offset };
  } catch {
    return null;
  }
}

/**
 * What a feed's timestamp means, `null` where it means nothing: RFC 822 and 2822, RFC 3339 and W3C-DTF, asctime, and what else
 * feeds write, with month names of many languages. Without a zone it is UTC, without a time 00:00; a wrong weekday is ignored; a day
 * or time that does not exist is refused, and so is a timestamp with two zones that contradict each other. `language` (BCP 47)
 * settles names and orders that mean different things in different languages. Texts of over 100 characters are refused.
 */
export function readTimestamp(raw: string, language: string | null = null): ReadTimestamp | null {
  if (raw.length > MAXIMUM_LENGTH) return null;
  const standard = readStandardForm(raw);
  if (standard !== null) return standard;
  const text = inPlainWriting(raw);
  const number = readNumbers(text);
  if (number !== null) return inRange(number, 0);
  const time = takeTime(text);
  if (time === null) return null;
  const { zone, isStated, rest } = takeZone(time.before, time.after);
  const parts = readParts(rest.trim(), language);
  const day = parts && readDay(parts);
  if (day === null) return null;
  const local = dayNumber(day) * MILLISECONDS_A_DAY + time.milliseconds;
  const minutes = zone(local);
  return inRange(local - minutes * 60_000, isStated ? minutes : null);
}

/** The instant of a feed's timestamp, `null` where it means none. */
export function parseTimestamp(raw: string, language: string | null = null): Instant | null {
  return readTimestamp(raw, language)?.instant ?? null;
}
