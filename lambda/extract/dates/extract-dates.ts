import { dayNumber, formatDay, parseDay } from '../../common/calendar/civil.ts';
import { isWritableYear } from '../../common/calendar/period.ts';
import type { DateMention, DurationMention, TimeMention } from '../../model/date-mention.ts';
import { inAgreement } from './agree.ts';
import { dayFirstOf } from './day-first.ts';
import { countedFrom } from './from-event.ts';
import { joined, withOtherClock } from './join.ts';
import { startWithLead } from './lead-words.ts';
import { narrowed } from './narrow.ts';
import { isQuotedTitle } from './quoted-title.ts';
import { roleOf } from './roles.ts';
import type { Anchor, DateRule, Length, Reading, Scene } from './rule.ts';
import { DATE_RULES, DURATION_RULES } from './rules.ts';
import { type Trigger, triggerOf } from './triggers.ts';

const WORD = /[A-Za-z]+|[0-9]+/g;
const LATIN_LETTER = /[À-ɏ]/;

function byTrigger(rules: readonly DateRule[]): ReadonlyMap<Trigger, DateRule[]> {
  const map = new Map<Trigger, DateRule[]>();
  for (const rule of rules) for (const trigger of rule.triggers) map.set(trigger, [...(map.get(trigger) ?? []), rule]);
  return map;
}
const DATES_ONLY = byTrigger(DATE_RULES);
const WITH_DURATIONS = byTrigger([...DATE_RULES, ...DURATION_RULES]);
/** Rules that hold in every language. */
const ANY_LANGUAGE = new Set(['iso-date', 'numeric-date']);

/** A text, and what is known of it. */
export interface DatesInput {
  text: string;
  /** The article's own day, on which relative words are counted; a time behind it changes nothing. Without it only dates that need none are found. */
  anchor: string | null;
  /** Dates of the opening before it are `reported`. */
  bodyStart?: number;
  /** `en-GB`; a language other than English leaves only dates in digits. */
  language?: string | null;
  /** Country of the feed, as two letters. */
  country?: string | null;
  /** True to be given lengths of time and repetitions too. */
  durations?: boolean;
}

function readAnchor(raw: string | null): Anchor | null {
  const civil = raw === null ? null : parseDay(raw);
  if (raw === null || civil === null || !isWritableYear(civil.year - 200) || !isWritableYear(civil.year + 200))
    return null;
  return { day: dayNumber(civil), civil };
}

function mention(rule: DateRule, match: RegExpExecArray, reading: Reading, scene: Scene): DateMention {
  const start = reading.start ?? match.index;
  const end = reading.end ?? match.index + match[0].trimEnd().length;
  const { period, relative, confidence, role } = reading;
  const anchor = relative && scene.anchor !== null ? formatDay(scene.anchor.civil) : null;
  return {
    text: scene.text.slice(start, end),
    start,
    end,
    ...period,
    role: role ?? 'reported',
    anchor,
    rule: rule.name,
    confidence,
  };
}

function lengthMention(rule: DateRule, match: RegExpExecArray, length: Length): DurationMention {
  const { kind, value, confidence } = length;
  const text = match[0].trimEnd();
  const start = match.index;
  return { text, start, end: start + text.length, value, granularity: kind, rule: rule.name, confidence };
}

/**
 * Finds the calendar dates of a text in reading order, without overlaps; lengths of time and repeated days are told apart
 * from them, and given where `durations` asks for them. Offsets are UTF-16 units into `text`. Time grows linearly with the
 * text. Never throws.
 */
export function extractDates(input: DatesInput & { durations: true }): TimeMention[];
export function extractDates(input: DatesInput & { durations?: false }): DateMention[];
export function extractDates(input: DatesInput): TimeMention[] {
  const { text, language = null, country = null } = input;
  const english = language === null || /^en\b/i.test(language);
  const dates: DateMention[] = [];
  const lengths: DurationMention[] = [];
  const anchor = readAnchor(input.anchor);
  const dayFirst = dayFirstOf(text, { language, country, day: anchor?.day ?? null });
  const scene: Scene = { text, anchor, dates, dayFirst };
  const rulesAt = input.durations ? WITH_DURATIONS : DATES_ONLY;
  const words = new RegExp(WORD);
  for (let word = words.exec(text); word !== null; word = words.exec(text)) {
    const trigger = triggerOf(word[0]);
    if (trigger === undefined || LATIN_LETTER.test(text.charAt(word.index - 1))) continue;
    for (const rule of rulesAt.get(trigger) ?? []) {
      if (!english && !ANY_LANGUAGE.has(rule.name)) continue;
      rule.pattern.lastIndex = word.index;
      const match = rule.pattern.exec(text);
      const reading = match === null ? null : rule.read(match, scene);
      if (match === null || reading === null) continue;
      words.lastIndex = Math.max(words.lastIndex, match.index + match[0].length);
      if (reading === 'refused') break;
      if ('period' in reading) {
        const found = mention(rule, match, reading, scene);
        if (!isQuotedTitle(found, text)) keep(dates, found, scene, input.bodyStart ?? 0);
      } else lengths.push(lengthMention(rule, match, reading));
      break;
    }
  }
  return input.durations ? inReadingOrder(dates, lengths) : dates;
}

/** Adds a mention, joined with its left neighbour where the two are one date, and in agreement with it where they are parts of one. */
function keep(dates: DateMention[], found: DateMention, { text, anchor }: Scene, bodyStart: number): void {
  let whole = found;
  for (const join of [joined, withOtherClock]) {
    const last = dates.at(-1);
    const both = last === undefined ? null : join(last, whole, text);
    if (both === null) continue;
    dates.pop();
    whole = both;
  }
  whole = narrowed(whole, text, dates.at(-1)?.end ?? 0) ?? whole;
  const neighbour = dates.at(-1);
  if (neighbour !== undefined) {
    const [first, second] = inAgreement(neighbour, whole, text, anchor);
    whole = second;
    if (first !== neighbour) dates[dates.length - 1] = { ...first, role: roleOf(first, dates.at(-2), text, anchor) };
  }
  const counted = countedFrom(whole, text, dates.at(-1)?.end ?? 0);
  if (counted !== null) dates.push({ ...counted, role: roleOf(counted, dates.at(-1), text, anchor) });
  const previous = dates.at(-1);
  const start = startWithLead(text, whole.start, previous?.end ?? 0, whole.rule);
  const date = { ...whole, start, text: text.slice(start, whole.end) };
  const role = roleOf(whole, previous, text, anchor);
  // In "a week before Christmas" nothing is due by Christmas.
  const ownRole = counted !== null && role === 'deadline' ? 'scheduled' : role;
  dates.push(start < bodyStart ? date : { ...date, role: ownRole });
}

/** Both kinds as they stand in the text; a length inside a date is left out. */
function inReadingOrder(dates: DateMention[], lengths: DurationMention[]): TimeMention[] {
  const all: TimeMention[] = [];
  let next = 0;
  for (const date of dates) {
    for (let length = lengths[next]; length !== undefined && length.start < date.end; length = lengths[++next]) {
      if (length.end <= date.start) all.push(length);
    }
    all.push(date);
  }
  return [...all, ...lengths.slice(next)];
}
