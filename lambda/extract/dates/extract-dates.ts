import { dayNumber, parseDay } from '../../common/calendar/civil.ts';
import { isWritableYear } from '../../common/calendar/period.ts';
import type { DateMention } from '../../model/date-mention.ts';
import { joined } from './join.ts';
import { startWithLead } from './lead-words.ts';
import { roleOf } from './roles.ts';
import type { Anchor, DateRule, Reading, Scene } from './rule.ts';
import { DATE_RULES } from './rules.ts';
import { type Trigger, triggerOf } from './triggers.ts';

const WORD = /[A-Za-z]+|[0-9]+/g;
const LATIN_LETTER = /[À-ɏ]/;

const RULES_AT = new Map<Trigger, DateRule[]>();
for (const rule of DATE_RULES) {
  for (const trigger of rule.triggers) RULES_AT.set(trigger, [...(RULES_AT.get(trigger) ?? []), rule]);
}
/** Rules that hold in every language. */
const ANY_LANGUAGE = new Set(['iso-date']);

function readAnchor(raw: string | null): Anchor | null {
  const civil = raw === null ? null : parseDay(raw);
  if (raw === null || civil === null || !isWritableYear(civil.year - 200) || !isWritableYear(civil.year + 200))
    return null;
  return { raw, day: dayNumber(civil), civil };
}

function mention(rule: DateRule, match: RegExpExecArray, reading: Reading, scene: Scene): DateMention {
  const start = reading.start ?? match.index;
  const end = reading.end ?? match.index + match[0].trimEnd().length;
  const { period, relative, confidence, role } = reading;
  const anchor = relative && scene.anchor !== null ? scene.anchor.raw : null;
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

/**
 * Finds the calendar dates of a text in reading order, without overlaps; lengths of time and repeated days are left out.
 * Offsets are UTF-16 units into `text`; dates of the opening before `bodyStart` are `reported`. `anchor` is the day or instant against
 * which relative words are resolved; without it only dates that need none are found. A language other than English leaves
 * only dates in digits, year first. Time grows linearly with the text. Never throws.
 */
export function extractDates(input: {
  text: string;
  anchor: string | null;
  bodyStart?: number;
  language?: string | null;
}): DateMention[] {
  const { text } = input;
  const anchor = readAnchor(input.anchor);
  const english = input.language == null || /^en\b/i.test(input.language);
  const dates: DateMention[] = [];
  const scene: Scene = { text, anchor, dates };
  const words = new RegExp(WORD);
  for (let word = words.exec(text); word !== null; word = words.exec(text)) {
    const trigger = triggerOf(word[0]);
    if (trigger === undefined || LATIN_LETTER.test(text.charAt(word.index - 1))) continue;
    for (const rule of RULES_AT.get(trigger) ?? []) {
      if (!english && !ANY_LANGUAGE.has(rule.name)) continue;
      rule.pattern.lastIndex = word.index;
      const match = rule.pattern.exec(text);
      const reading = match === null ? null : rule.read(match, scene);
      if (match === null || reading === null) continue;
      words.lastIndex = Math.max(words.lastIndex, match.index + match[0].length);
      if (reading !== 'refused') keep(dates, mention(rule, match, reading, scene), scene, input.bodyStart ?? 0);
      break;
    }
  }
  return dates;
}

/** Adds a mention, joined with its left neighbour where the two are one date. */
function keep(dates: DateMention[], found: DateMention, { text, anchor }: Scene, bodyStart: number): void {
  const last = dates.at(-1);
  const both = last === undefined ? null : joined(last, found, text);
  if (both !== null) dates.pop();
  const whole = both ?? found;
  const previous = dates.at(-1);
  const start = startWithLead(text, whole.start, previous?.end ?? 0, whole.rule);
  const date = { ...whole, start, text: text.slice(start, whole.end) };
  dates.push(start < bodyStart ? date : { ...date, role: roleOf(whole, previous, text, anchor) });
}
