import { isAbbreviation } from '../common/text/abbreviations.ts';
import type { DateMention } from '../model/date-mention.ts';
import type { Day } from '../model/instant.ts';
import type { Span } from '../model/span.ts';
import type { ExtractedStatement } from '../model/statement.ts';

const REACH = 240;
const LONGEST_GAP = 100;
const SENTENCE_END = /(\S*)[.!?]["”’')]{0,2}\s+(?=[\p{Lu}"“‘\d])|\n/gu;
/** Words between a day and the cue that give the day to something else. */
const APART =
  /[;:]|[.!?]["”’]?\s|\b(?:who|which|whose|where|after|before|when|while|since|until|because)\b|,\s(?:and|but)\b/i;
/** A day in a clause of its own about the speaker: `, who arrived on`, `, elected on`. */
const OWN_CLAUSE =
  /,\s(?:who|which|whose|where|(?!published\b|released\b|issued\b|posted\b|dated\b|delivered\b|broadcast\b)[a-z]+ed)\b[^,]{0,80}$/;
/** Words between two commas that only add to the day: `On Monday, after the talks, Roe said`. */
const ASIDE = /^,\s(?:after|before|during|following|ahead of)\s[^,]{1,50},\s/;
/** An occasion whose day is the day of saying: `told fans after the match on Saturday`. */
const AFTER_OCCASION =
  /\bafter\s(?:the|a|an|his|her|their|its)\s(?:[\w-]+\s)?(?:match|game|race|talks|meeting|summit|hearing|session|debate|vote|win|defeat|victory|loss|verdict|ruling|concert|briefing)\s(?:on\s)?$/i;
/** Words behind a day that begin the statement's own: what stands before them says when it was said. */
const CONTENT_FOLLOWS = /^,?\sthat\b/;
const CIRCUMSTANCE = /^(?:(?:late|early|earlier|later|again|on|dated|published)\s)*$/i;
const OF_SOMETHING = /\b(?:after|before|of|for|from|by|until|since|the)\s+$/i;
const POSSESSIVE = /^['’]s\s/;
const OCCASION =
  /^['’]s\s(?:[\w-]+\s){0,2}(?:speech|statement|interview|briefing|conference|address|remarks|hearing|meeting|debate|announcement|call)\b/;

/** Bounds of the sentence around a place, looked for over a bounded stretch. */
function sentenceAround(text: string, start: number, end: number): { from: number; to: number } {
  const first = Math.max(0, start - REACH);
  let from = first;
  for (const stop of text.slice(first, start).matchAll(SENTENCE_END)) {
    if (!isAbbreviation(stop[1] ?? '')) from = first + stop.index + stop[0].length;
  }
  for (const stop of text.slice(end, end + REACH).matchAll(SENTENCE_END)) {
    if (!isAbbreviation(stop[1] ?? '')) return { from, to: end + stop.index + stop[0].length };
  }
  return { from, to: Math.min(text.length, end + REACH) };
}

function tellsTheDay(text: string, date: DateMention, from: number): boolean {
  if (date.granularity !== 'day' && date.granularity !== 'time') return false;
  if (date.role !== 'reported' || date.value.includes('/')) return false;
  const before = text.slice(Math.max(from, date.start - REACH), date.start);
  const after = text.slice(date.end, date.end + 60);
  if (POSSESSIVE.test(after)) return OCCASION.test(after);
  return !OF_SOMETHING.test(before) && !OWN_CLAUSE.test(before);
}

/** Whether the words between a day and the cue give the day to something else. */
function isApart(between: string): boolean {
  return APART.test(between.replace(ASIDE, ' ').replace(AFTER_OCCASION, ' '));
}

/** Whether a statement's words hold a date; a day that its `that` follows is told with the cue. */
function holds(span: Span, date: DateMention, text: string): boolean {
  if (span.start >= date.end || date.start >= span.end) return false;
  const told = CIRCUMSTANCE.test(text.slice(span.start, Math.min(date.start, span.start + 40)));
  return !told || !CONTENT_FOLLOWS.test(text.slice(date.end, date.end + 8));
}

/** Index of the first date that ends behind a place. */
function firstAfter(dates: readonly DateMention[], place: number): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle]?.end ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The day of saying that the words around a statement's cue give (`told reporters on Tuesday`): the nearest day named in the
 * same sentence, outside the statement's own words and clauses about other things; `null` where the text does not say.
 * `dates` are all of the text, in order.
 */
export function dayOfSaying(
  text: string,
  statement: Pick<ExtractedStatement, 'spans' | 'cue'>,
  dates: readonly DateMention[],
): Day | null {
  const { cue, spans } = statement;
  if (cue === null) return null;
  const { from, to } = sentenceAround(text, cue.start, cue.end);
  let best: { gap: number; day: Day } | null = null;
  for (let index = firstAfter(dates, from); index < dates.length; index++) {
    const date = dates[index];
    if (date === undefined || date.start >= to) break;
    const between = date.end <= cue.start ? text.slice(date.end, cue.start) : text.slice(cue.end, date.start);
    if (between.length > LONGEST_GAP || isApart(between) || (best !== null && between.length >= best.gap)) continue;
    if (spans.some((span) => holds(span, date, text)) || !tellsTheDay(text, date, from)) continue;
    best = { gap: between.length, day: date.from };
  }
  return best?.day ?? null;
}
