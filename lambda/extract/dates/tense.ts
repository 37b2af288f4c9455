/** Words that put what stands near them into the future; infinitives of purpose count. Data. */
const AHEAD = `(?:will|won['’]t|shall|would|['’]ll|to be)(?: (?:not|also|be|have|soon|then|still))*(?: [a-z]+)?|going to|(?:is|are|was|were) (?:to|due|set)|scheduled|planned|plans|planning|plan|expected|expects|expect|slated|due(?! to\\b)
  |supposed to|upcoming|forthcoming|hopes|aims|intends|deadline|set (?:to|for)|effective|expires?|matures?|maturing|ahead of|vows?|promised?|agreed to|wants? to|ready to|about to`;
/** Words that put it into the past. Data; regular verbs are known by their ending. */
const PAST = `was|were|had|has|have|did|said|says|saying|told|been|met|won|fell|rose|came|went|took|began|made|held|found|gave|left|lost|got|led|saw|sent|broke|drew|grew
  |spoke|wrote|struck|shot|became|brought|bought|built|caught|chose|cut|hit|kept|knew|paid|put|ran|sold|sank|stood|swept|thought|threw|since|ago|after|late|last|[a-z]{3,20}ed`;

const source = (list: string): string => list.replace(/\s*\n\s*/g, '');
const CUES = new RegExp(`(?<![A-Za-z])(?:(${source(AHEAD)})|(?:${source(PAST)}))(?![A-Za-z])`, 'gi');
/** Cues that decide also when they stand after the date. */
const FIRST_AFTER =
  /(?<![A-Za-z])(?:(will|won['’]t|is to|are to|is (?:expected|scheduled|due|set)|are (?:expected|scheduled|due|set)|plans? to)|(?:was|were|had|said|says|told|has|have|did|[a-z]{3,20}ed))(?![A-Za-z])/i;
/** Words right before a date that make it a goal. */
const GOAL = /\b(?:by|through)\s+(?:(?:early|late|mid|the end of|the beginning of)[\s-]+)?$/i;
const WINDOW_BEFORE = 120;
const WINDOW_AFTER = 60;
const SENTENCE_END = /[a-z0-9)"”][.!?]["”’)]{0,2}\s+(?=[A-Z"“])|\n\s*\n/g;

/** The part of a window that lies in the same sentence, before or after the place in question. */
export function sameSentence(text: string, start: number, end: number): { before: string; after: string } {
  const before = text.slice(Math.max(0, start - WINDOW_BEFORE), start);
  let cut = 0;
  for (const stop of before.matchAll(SENTENCE_END)) cut = stop.index + stop[0].length;
  const after = text.slice(end, end + WINDOW_AFTER);
  const stop = after.search(SENTENCE_END);
  return { before: before.slice(cut), after: stop < 0 ? after : after.slice(0, stop + 1) };
}

/** Where the nearest tense cue before a date, or else the first one after it, puts what is told. */
export function tenseAt(text: string, start: number, end: number): 'ahead' | 'past' | null {
  const { before, after } = sameSentence(text, start, end);
  let last: RegExpExecArray | null = null;
  for (const cue of before.matchAll(CUES)) last = cue;
  if (last?.[1] !== undefined) return 'ahead';
  if (GOAL.test(before) && (last === null || !/^(?:had|was|were)$/i.test(last[0]))) return 'ahead';
  if (last !== null) return 'past';
  const first = FIRST_AFTER.exec(after);
  return first && (first[1] === undefined ? 'past' : 'ahead');
}

/** Whether the words around a date speak of the future. */
export function pointsAhead(text: string, start: number, end: number): boolean {
  return tenseAt(text, start, end) === 'ahead';
}
