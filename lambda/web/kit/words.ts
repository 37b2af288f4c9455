import type { DateRow } from '../../api/dates/rows.ts';
import { CONFIDENCE_IN_WORDS } from '../../api/statements/in-words.ts';
import { confidenceBand } from '../../model/confidence-band.ts';
import type { FeedStatus } from '../../model/feed.ts';
import { type Day, dayOf, type Instant } from '../../model/instant.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LONG_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** `12 Nov 2023`. */
export function dayInWords(day: Day): string {
  return `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
}

/** `Sunday, 12 Nov 2023`. */
export function longDayInWords(day: Day): string {
  return `${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''}, ${dayInWords(day)}`;
}

/** `12 Nov 2023, 09:30 UTC`. */
export function instantInWords(instant: Instant): string {
  return `${dayInWords(dayOf(instant))}, ${instant.slice(11, 16)} UTC`;
}

/** When an article appeared, and honestly where that is not known. */
export function publishedInWords(article: { publishedAt: Instant | null; publishedAtSource: string }): string {
  if (article.publishedAt === null || article.publishedAtSource === 'fetched') return 'date of publication unknown';
  const day = dayInWords(dayOf(article.publishedAt));
  return article.publishedAtSource === 'dateline' ? `${day}, by its dateline` : day;
}

/** `14:05` of an instant, or nothing where an article gives the day only. */
export function clockOf(instant: Instant): string {
  const clock = instant.slice(11, 16);
  return clock === '00:00' ? '' : clock;
}

/** `November 2026`, of a month as `2026-11`. */
export function monthInWords(month: string): string {
  return `${LONG_MONTHS[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;
}

/** A date that a text speaks of: `12 Nov 2023`, `12 Nov 2023, 15:00`, `November 2023`, `the quarter from 1 Jan 2027 on`. */
export function dateInWords(date: Pick<DateRow, 'granularity' | 'value' | 'from'>): string {
  const { granularity, value, from } = date;
  if (granularity === 'day') return dayInWords(from);
  if (granularity === 'month') return monthInWords(from.slice(0, 7));
  if (granularity === 'year') return value;
  if (granularity !== 'time') return `the ${granularity} from ${dayInWords(from)} on`;
  const clock = /T(\d\d:\d\d)/.exec(value)?.[1];
  return clock === undefined ? dayInWords(from) : `${dayInWords(from)}, ${clock}`;
}

/** `1 statement`, `2 statements`, `1,200 statements`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** How sure the rules are, of a confidence from 0 to 1. */
export function confidenceInWords(confidence: number): string {
  return CONFIDENCE_IN_WORDS[confidenceBand(confidence)];
}

/** What a feed's status means. */
export const STATUS_IN_WORDS: Record<FeedStatus, string> = {
  ok: 'Works',
  slow: 'Works, with little that is new',
  stale: 'Answers, but brings nothing new',
  failing: 'Fails',
  blocked: 'Refused by the site',
  gone: 'Gone for good',
  paused: 'Paused',
};

/** An address that a link may lead to: http and https only, as feeds may hold anything. */
export function safeHref(url: string | null): string | null {
  if (url === null) return null;
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed && (parsed.protocol === 'http:' || parsed.protocol === 'https:') ? parsed.href : null;
}
