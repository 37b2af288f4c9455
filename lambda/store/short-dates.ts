import type { DateMention } from '../model/date-mention.ts';
import { daySchema, type Instant } from '../model/instant.ts';

const DAY = 86_400_000;

type Fields = Record<string, unknown>;

/** A date as it is stored: what nothing else tells, and those fields that are not as they mostly are. */
type ShortDate = [start: number, length: number, value: string, rule: string, confidence: number, others?: Fields];

/** The dates without what their text, their value or the time of publication say. */
export function shortenDates(
  dates: readonly DateMention[],
  contentText: string,
  publishedAt: Instant | null,
): ShortDate[] {
  return dates.map(({ start, end, value, rule, confidence, ...rest }) => {
    const usual: Fields = usually(start, end, value, contentText, publishedAt);
    const others = Object.entries(rest).filter(([name, said]) => usual[name] !== said);
    const length = end - start;
    return others.length === 0
      ? [start, length, value, rule, confidence]
      : [start, length, value, rule, confidence, Object.fromEntries(others)];
  });
}

/** The dates as they were, to be checked by their schema. */
export function restoreDates(dates: readonly unknown[], contentText: string, publishedAt: Instant | null): Fields[] {
  return (dates as ShortDate[]).map(([start, length, value, rule, confidence, others]) => {
    const end = start + length;
    return { ...usually(start, end, value, contentText, publishedAt), start, end, value, rule, confidence, ...others };
  });
}

function usually(start: number, end: number, value: string, contentText: string, publishedAt: Instant | null) {
  const day = Date.parse(value);
  const isDay = daySchema.safeParse(value).success && day >= 0;
  return {
    text: contentText.slice(start, end),
    granularity: 'day',
    from: value,
    to: isDay ? new Date(day + DAY).toISOString().slice(0, 10) : value,
    role: 'reported',
    anchor: publishedAt && publishedAt.slice(0, 10),
  };
}
