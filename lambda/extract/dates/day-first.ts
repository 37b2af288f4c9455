import { dayNumber, isCivilDay, weekday } from '../../common/calendar/civil.ts';
import { weekdayNumber } from '../../common/calendar/english.ts';
import { fullYear } from '../../common/calendar/full-year.ts';
import { WEEKDAY } from '../../common/calendar/patterns.ts';

const NUMERIC = new RegExp(
  `(?:(?<weekday>${WEEKDAY}),?\\s(?:the\\s)?)?(?<![\\d/.-])(?<one>\\d{1,2})(?<mark>[/-])(?<two>\\d{1,2})\\k<mark>(?<year>(?:19|20)\\d\\d|\\d\\d)(?![\\d/-])`,
  'gi',
);
/** Countries that write the month first. Canada and Liberia write both. Source: CLDR 47, short date patterns. Data. */
const MONTH_FIRST = new Set(['US', 'PH', 'PR', 'GU', 'AS', 'MP', 'VI', 'UM', 'FM', 'MH', 'PW', 'KY', 'PA']);
const EITHER = new Set(['CA', 'LR']);
/** A date in digits that lies so few days from publication is probably that of the news. */
const NEAR = 3;

/** Whether days stand before months in digits, and how far to trust it: other dates of the text, where it comes from, or nothing tells. */
export interface DayFirst {
  value: boolean;
  confidence: number;
}

/** What tells of a text beside its words. */
export interface DayFirstContext {
  language: string | null;
  country: string | null;
  /** Day number of the article's own day. */
  day: number | null;
}

function byCountry(country: string): DayFirst | null {
  const code = country.toUpperCase();
  return /^[A-Z]{2}$/.test(code) && !EITHER.has(code) ? { value: !MONTH_FIRST.has(code), confidence: 0.8 } : null;
}

function byLanguage(tag: string): DayFirst | null {
  const [language = '', ...more] = tag.split(/[-_]/);
  const region = more.find((part) => /^[A-Za-z]{2}$/.test(part));
  if (region !== undefined) return byCountry(region);
  return /^en$/i.test(language) || language === '' ? null : { value: true, confidence: 0.7 };
}

type Votes = Record<'day' | 'month', number>;

/** Adds a vote where only one of the two readings of a date fits. */
function vote(votes: Votes, match: RegExpMatchArray, fits: (day: number) => boolean): void {
  const { one, two, year = '' } = match.groups ?? {};
  const read = (day: string | undefined, month: string | undefined): boolean => {
    const civil = { year: fullYear(year), month: Number(month), day: Number(day) };
    return isCivilDay(civil) && fits(dayNumber(civil));
  };
  const [asDay, asMonth] = [read(one, two), read(two, one)];
  if (asDay && !asMonth) votes.day += 1;
  if (asMonth && !asDay) votes.month += 1;
}

function decided(votes: Votes, confidence: number): DayFirst | null {
  return votes.day > 0 !== votes.month > 0 ? { value: votes.day > 0, confidence } : null;
}

/**
 * The order of day and month in the text's dates in digits: as other such dates of the text show it that can be read one way only, or
 * that stand behind their weekday; else as the country of the feed or the region of its language has it; else the one in which a date
 * lies near publication; else month first with little trust.
 */
export function dayFirstOf(text: string, { language, country, day }: DayFirstContext): DayFirst {
  const sure: Votes = { day: 0, month: 0 };
  const near: Votes = { day: 0, month: 0 };
  for (const match of text.matchAll(NUMERIC)) {
    const target = weekdayNumber(match.groups?.weekday ?? '');
    vote(sure, match, (number) => target === null || weekday(number) === target);
    if (day !== null) vote(near, match, (number) => Math.abs(number - day) <= NEAR);
  }
  const told = (country === null ? null : byCountry(country)) ?? (language === null ? null : byLanguage(language));
  return decided(sure, 0.85) ?? told ?? decided(near, 0.6) ?? { value: false, confidence: 0.4 };
}
