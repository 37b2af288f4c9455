import { formatDay, parseDay } from '../../common/calendar/civil.ts';
import type { Dateline } from '../../model/dateline.ts';
import type { DatelineRule, Opening } from './opening.ts';
import { agencyFirst } from './rules/agency-first.ts';
import { byline, creditLine, outletLine, photoCredit } from './rules/credits.ts';
import { dateFirst } from './rules/date-first.ts';
import { labelledDate } from './rules/labelled-date.ts';
import { place } from './rules/place.ts';
import { syndicator } from './rules/syndicator.ts';

/** Tried in this order at each step; each is used once. */
const RULES: readonly DatelineRule[] = [
  photoCredit,
  outletLine,
  labelledDate,
  syndicator,
  byline,
  creditLine,
  agencyFirst,
  dateFirst,
  place,
];
/** Openings are read no further than this. */
const LONGEST_OPENING = 600;

function skipSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && /\s/.test(text.charAt(next))) next++;
  return next;
}

/**
 * Reads where, when and through whom a text says at its opening that it was written; `null` where it says nothing.
 * `bodyStart` is a UTF-16 offset into `text`. A day without a year takes the year nearest to `publishedAt` (a day or an
 * instant); without one it gives no date. Never throws; looks at the first 600 units after leading space only.
 */
export function extractDateline(input: { text: string; publishedAt?: string | null }): Dateline | null {
  const start = skipSpace(input.text.slice(0, LONGEST_OPENING), 0);
  const text = input.text.slice(0, start + LONGEST_OPENING);
  const opening: Opening = {
    text,
    at: start,
    place: null,
    date: null,
    agency: null,
    syndicator: null,
    proven: false,
    published: input.publishedAt == null ? null : parseDay(input.publishedAt),
  };
  let provenEnd = start;
  const left = new Set(RULES);
  for (let rule = firstThatReads(left, opening); rule !== null; rule = firstThatReads(left, opening)) {
    left.delete(rule);
    if (opening.proven) provenEnd = opening.at;
  }
  if (!opening.proven) return null;
  const { date, agency, syndicator: house } = opening;
  return {
    raw: text.slice(start, provenEnd).trim(),
    place: opening.place,
    date: date === null ? null : formatDay(date),
    agency,
    syndicator: house,
    bodyStart: provenEnd,
  };
}

/** Applies the first rule that reads at the opening's place and moves on; `null` where none does. */
function firstThatReads(rules: ReadonlySet<DatelineRule>, opening: Opening): DatelineRule | null {
  for (const rule of rules) {
    const step = rule.read(opening);
    if (step === null || step.end <= opening.at) continue;
    const { end, date, ...learnt } = step;
    Object.assign(opening, learnt, { date: date ?? opening.date, at: skipSpace(opening.text, end) });
    return rule;
  }
  return null;
}
