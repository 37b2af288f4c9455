import { isAbbreviation } from '../../common/text/abbreviations.ts';
import { CUES, FIRST_AFTER } from './tense-words.ts';

const PART = '(?:(?:early|late|mid|the (?:end|beginning|start|middle) of)[\\s-]+(?:the\\s)?)?';
const CLOCK =
  '(?:(?:\\d{1,2}(?::\\d\\d)?\\s?[ap]\\.?m\\.?(?:\\s[A-Z]{2,4})?|\\d{1,2}:\\d\\d(?:\\s[A-Z]{2,4})?|noon|midnight)\\s+(?:on\\s+)?)?';
/** Words right before a date that make it a goal. */
const GOAL = new RegExp(`\\b(?:by|through)\\s+${PART}${CLOCK}$`, 'i');
/** What a purpose may be bound by. */
const BOUND = new RegExp(`\\b(?:by|before|until|till|within|no\\slater\\sthan)\\s+${PART}${CLOCK}$`, 'i');
/** The last infinitive, where no word of the past is behind it: what is meant to be done. */
const PURPOSE = /\bto\s(?!the\b|a\b|an\b|be\s[a-z]+ed\b)[a-z]{2,20}\b(?!.*\b(?:was|were|had|did|[a-z]{3,20}ed)\b)/s;
/** Verbs whose infinitive tells what was done, or not. */
const DONE =
  /\b(?:managed|helped|began|started|failed|continued|used|tried|had|forced|came|went|led|declined|refused|seemed|appeared|happened|proved|sought|hurried|struggled|returned|was|were)\s(?:[a-z]+\s)?to\s[a-z]+/;
/** Words that narrow a date are no cues: `late September` is no more past than September. */
const NARROWING = /(?:\b(?:in|the)\s)*\b(?:early|late|mid)(?:\s|-)+(?:(?:in|on)\s+)?(?:the\s+)?$/i;
/** Words right before a date that say how early it may come. */
const EARLIEST = new RegExp(`\\bas\\s(?:soon|early|late)\\sas\\s+${PART}${CLOCK}$`, 'i');
/** Words right before a date that set it: `is on Friday`, `was moved to Monday`. */
const SET = new RegExp(
  `\\b(?:(?:is|are)\\s+(?:on|at|in|from|for|due)|(?:which|who)\\s(?!was\\s|has\\s|is\\s|does\\s)[a-z]{2,12}s\\s(?:on|in|at)|(?:moved|postponed|delayed|rescheduled|deferred|adjourned|pushed(?:\\sback)?|put\\s(?:off|back)|brought\\sforward)\\s+(?:to|until|till))\\s+${PART}${CLOCK}$`,
  'i',
);
const UNTIL = new RegExp(`\\b(?:until|till)\\s+${PART}${CLOCK}$`, 'i');
/** Past words whose effect lasts until a day that is still to come. Data. */
const LASTING =
  /^(?:has|have|gave|remanded|detained|extended|delayed|paused|halted|postponed|adjourned|suspended|closed|barred|banned)$/i;
const OF_SAYING = /^(?:said|says|told)$/i;
const WINDOW_BEFORE = 120;
const WINDOW_AFTER = 60;
const SENTENCE_END = /(\S*[a-z0-9)"”'’])[.!?]["”’')]{0,2}\s+(?=[A-Z"“`])|\n\s*\n/g;

/** The part of a window that lies in the same sentence, before or after the place in question. */
export function sameSentence(text: string, start: number, end: number): { before: string; after: string } {
  const before = text.slice(Math.max(0, start - WINDOW_BEFORE), start);
  let cut = 0;
  for (const stop of before.matchAll(SENTENCE_END)) {
    if (!isAbbreviation(stop[1] ?? '')) cut = stop.index + stop[0].length;
  }
  // The date's own last letter is needed to see that the sentence ends right behind it.
  const after = text.slice(Math.max(start, end - 1), end + WINDOW_AFTER);
  const stop = after.search(SENTENCE_END);
  return { before: before.slice(cut), after: stop < 0 ? after.slice(1) : after.slice(1, stop + 1) };
}

/** The cue nearest before a date; months are no modal verbs. */
function lastCue(before: string): RegExpExecArray | null {
  let last: RegExpExecArray | null = null;
  for (const cue of before.matchAll(CUES)) if (!/^May\b/.test(cue[0])) last = cue;
  return last;
}

/** Where the nearest tense cue before a date, or else the first one after it, puts what is told. */
export function tenseAt(text: string, start: number, end: number): 'ahead' | 'past' | null {
  const sentence = sameSentence(text, start, end);
  const before = sentence.before.replace(NARROWING, '');
  const { after } = sentence;
  const last = lastCue(before);
  if (last?.[1] !== undefined || EARLIEST.test(before) || SET.test(before)) return 'ahead';
  if (BOUND.test(before)) {
    const purpose = PURPOSE.exec(before);
    if (purpose !== null && !DONE.test(before.slice(Math.max(0, purpose.index - 24)))) return 'ahead';
  }
  const first = last === null ? FIRST_AFTER.exec(after) : null;
  const told = first !== null && first[1] === undefined && !OF_SAYING.test(first[0]);
  if (GOAL.test(before) && !told && !/^(?:had|was|were)$/i.test(last?.[0] ?? '')) return 'ahead';
  if (UNTIL.test(before) && (last === null ? !told : LASTING.test(last[0]))) return 'ahead';
  if (last !== null) return 'past';
  return first && (first[1] === undefined ? 'past' : 'ahead');
}

/** Whether the words around a date speak of the future. */
export function pointsAhead(text: string, start: number, end: number): boolean {
  return tenseAt(text, start, end) === 'ahead';
}
