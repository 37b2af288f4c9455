import { dayNumber, parseDay } from '../../../common/calendar/civil.ts';
import { END, SPACE, ZONE } from '../../../common/calendar/patterns.ts';
import { type Period, timePeriod } from '../../../common/calendar/period.ts';
import type { DateMention } from '../../../model/date-mention.ts';
import { isGameClock, isPlainClock } from '../numbered.ts';
import { type Anchor, group, relativeRule, type Scene } from '../rule.ts';
import { sameSentence } from '../tense.ts';

/** Day number of a mention's first day. */
export function firstDay(date: Pick<DateMention, 'from'>): number {
  const civil = parseDay(date.from);
  return civil === null ? 0 : dayNumber(civil);
}

/** The day that a time of day belongs to: one named earlier in the sentence, else the anchor's. */
function dayOfTime(anchor: Anchor, scene: Scene, start: number): number {
  const last = scene.dates.at(-1);
  if (last === undefined || (last.granularity !== 'day' && last.granularity !== 'time')) return anchor.day;
  return start - last.end < sameSentence(scene.text, start, start).before.length ? firstDay(last) : anchor.day;
}

function at(anchor: Anchor, scene: Scene, start: number, hour: number, minute: number): Period | null {
  if (hour > 24 || minute > 59) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  return timePeriod(dayOfTime(anchor, scene, start), `T${two(hour)}:${two(minute)}`);
}

/** `3 p.m.`, `7:15 pm EST`. */
export const twelveHours = relativeRule({
  name: 'twelve-hours',
  triggers: ['number'],
  pattern: `(?<hour>1[0-2]|0?[1-9])(?:[:.](?<minute>[0-5]\\d))?\\s?(?:(?<half>[ap])(?:\\.\\s?m\\b\\.?|m\\b)|in${SPACE}the${SPACE}(?<part>morning|afternoon|evening)${END})${ZONE}?(?![\\w])`,
  read: (match, anchor, scene) => {
    const hour =
      (Number(group(match, 'hour')) % 12) +
      (/^(?:p|afternoon|evening)$/i.test(group(match, 'half') || group(match, 'part')) ? 12 : 0);
    const period = at(anchor, scene, match.index, hour, Number(group(match, 'minute') || 0));
    return period === null ? null : { period, relative: true, confidence: 0.7 };
  },
});

/** `15:30 GMT`, `0930 GMT`, `at 15:30`. */
export const twentyFourHours = relativeRule({
  name: 'twenty-four-hours',
  triggers: ['number'],
  pattern: `(?<hour>[01]?\\d|2[0-3])(?:(?<mark>[:.])(?<minute>[0-5]\\d)(?![:.]?\\d)|(?<plain>[0-5]\\d))(?<zone>${ZONE}|h\\b|\\shours\\b)?(?![\\w%])`,
  read: (match, anchor, scene) => {
    const zoned = group(match, 'zone') !== '';
    const lead = /\b(?:at|by|until|from|before|after|around)\s$/i.test(
      scene.text.slice(Math.max(0, match.index - 8), match.index),
    );
    if (!zoned && !lead) return null;
    const around = sameSentence(scene.text, match.index, match.index + match[0].length);
    const isPlain = group(match, 'mark') !== ':';
    if (!zoned && isPlain && (group(match, 'mark') !== '' || !isPlainClock(match[0], around.after))) return null;
    if (!zoned && isGameClock(around.before, around.after)) return 'refused';
    const minute = Number(group(match, 'minute') || group(match, 'plain'));
    const period = at(anchor, scene, match.index, Number(group(match, 'hour')), minute);
    return period === null ? null : { period, relative: true, confidence: 0.65 };
  },
});

/** `by mid-afternoon`, `mid morning`: a part of the day named in the sentence, else of the own day. */
export const midPart = relativeRule({
  name: 'mid-part',
  triggers: ['reference'],
  pattern: `mid[-\\s](?<part>morning|afternoon|evening)${END}`,
  read: (match, anchor, scene) => {
    const code = { morning: 'TMO', afternoon: 'TAF', evening: 'TEV' }[group(match, 'part').toLowerCase()] ?? 'TMO';
    return { period: timePeriod(dayOfTime(anchor, scene, match.index), code), relative: true, confidence: 0.6 };
  },
});

const HOURS: Record<string, number> = { noon: 12, midday: 12, midnight: 24 };

/** `noon`, `midnight`. */
export const namedHour = relativeRule({
  name: 'named-hour',
  triggers: ['clock'],
  pattern: `(?<word>noon|midday|midnight)${END}`,
  read: (match, anchor, scene) => {
    const isIdiom = /\bhigh\s$/i.test(scene.text.slice(Math.max(0, match.index - 5), match.index));
    if (/^[A-Z]/.test(match[0]) || isIdiom) return null;
    const period = at(anchor, scene, match.index, HOURS[group(match, 'word').toLowerCase()] ?? 12, 0);
    return period === null ? null : { period, relative: true, confidence: 0.6 };
  },
});
