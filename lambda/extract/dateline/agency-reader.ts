import type { CivilDay } from '../../common/calendar/civil.ts';
import { AGENCY, isAgency } from './agencies.ts';
import { readDay } from './day-reader.ts';
import { matchAt } from './opening.ts';

const SLASHED = new RegExp(`[.,]?\\s?-?/\\s?(${AGENCY})(?:\\s\\([A-Z]{2,6}\\))?\\s?/`, 'y');
/** Between slashes before dashes, as press releases have it, whatever the name. */
const SLASHED_RELEASE = /\s\/([A-Z][^/\n]{1,60})\/\s?(?=--|—|–)/y;
const BRACKETS = /(?:,?\s{0,2}|--|\s[-–—]\s)\(([A-Z][^()\n]{1,60}|dpa[^()\n]{0,20}|ots)\)/y;
const DATED_BRACKETS = /^(.{2,40}?)\s[-–]\s(?=[A-Z][a-z]+\.?\s\d)/;
const PLAIN = new RegExp(
  `(?:[,.]\\s|\\s[|/–—-]\\s|\\s)(${AGENCY})(?=\\s?(?:--|—|–|\\||:|\\s-\\s|\\r?\\n))|[,.]\\s(${AGENCY})(?=\\.\\s[A-Z“"])`,
  'y',
);
const BETWEEN = /[\s,/]{1,3}|--/y;

/** The agency behind a place; `sure` where it is on the list. */
export interface AgencyMention {
  end: number;
  agency: string | null;
  date: CivilDay | null;
  sure: boolean;
}

/** Reads `(Reuters)`, `/PRNewswire/`, `, SPA`, `| AFP |` or `(Newsfile Corp. - November 12, 2023)`, and a day behind it; `null` where none stands there. */
export function readAgency(text: string, at: number, published: CivilDay | null): AgencyMention | null {
  const found = slashed(text, at) ?? bracketed(text, at, published) ?? plain(text, at);
  if (found === null || found.date !== null) return found;
  const gap = matchAt(BETWEEN, text, found.end);
  const day = gap && readDay(text, found.end + gap[0].length, published);
  return day ? { ...found, end: day.end, date: day.day } : found;
}

function slashed(text: string, at: number): AgencyMention | null {
  const match = matchAt(SLASHED, text, at);
  if (match) return { end: at + match[0].length, agency: match[1] ?? null, date: null, sure: true };
  const release = matchAt(SLASHED_RELEASE, text, at);
  return release && { end: at + release[0].length, agency: release[1] ?? null, date: null, sure: false };
}

function bracketed(text: string, at: number, published: CivilDay | null): AgencyMention | null {
  const match = matchAt(BRACKETS, text, at);
  if (match === null) return null;
  const words = match[1] ?? '';
  const end = at + match[0].length;
  const onlyDay = readDay(words, 0, published);
  if (onlyDay?.end === words.length) return { end, agency: null, date: onlyDay.day, sure: false };
  const dated = DATED_BRACKETS.exec(words);
  const day = dated ? readDay(words, dated[0].length, published) : null;
  const agency = dated?.[1] ?? words;
  return { end, agency, date: day?.day ?? null, sure: isAgency(agency) };
}

function plain(text: string, at: number): AgencyMention | null {
  const match = matchAt(PLAIN, text, at);
  return match && { end: at + match[0].length, agency: match[1] ?? match[2] ?? null, date: null, sure: true };
}
