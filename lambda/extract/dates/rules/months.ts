import { monthNumber } from '../../../common/calendar/english.ts';
import { END, MONTH, SPACE, TO, YEAR } from '../../../common/calendar/patterns.ts';
import { monthPeriod, spanPeriod } from '../../../common/calendar/period.ts';
import { isMereList } from '../lists.ts';
import { yearOfMonth } from '../nearest.ts';
import { absoluteRule, group, isCapitalised, type Reading, relativeRule } from '../rule.ts';
import { pointsAhead } from '../tense.ts';

/** Months whose names are also people, verbs or other words. */
const DOUBTFUL = new Set([3, 4, 5, 6, 8]);
const LEAD =
  /(?:\b(?:in|since|by|until|till|from|through|during|to|and|or|of|for|between|before|after|early|late|mid|next|last|this|every|around|about|the|an?|its|their|his|her)|[-–(])\s*$/i;

/** Abbreviations say a month alone only after one of these. */
const SHORT = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/i;
const SHORT_LEAD = /\b(?:in|since|by|until|from|through|during|early|late|mid|next|last|this|of)[\s-]+$/i;

/** `November 2023`, `Nov. of 2023`, `March-May 2020`. */
export const monthOfYear = absoluteRule({
  name: 'month-of-year',
  triggers: ['month'],
  pattern: `(?<month>${MONTH})(?:${TO}(?<last>${MONTH}))?,?${SPACE}(?:of${SPACE})?(?<year>${YEAR})(?![\\d%]|[.,:]\\d)${END}`,
  read: (match, scene) => {
    const month = monthNumber(group(match, 'month'));
    if (month === null || !isCapitalised(match[0])) return null;
    const year = Number(group(match, 'year'));
    const last = monthNumber(group(match, 'last'));
    if (last === null) return { period: monthPeriod(year, month), relative: false, confidence: 0.98 };
    if (isMereList(match[0], last - month, scene.text.slice(Math.max(0, match.index - 9), match.index))) return null;
    const period = spanPeriod(monthPeriod(last < month ? year - 1 : year, month), monthPeriod(year, last));
    return period === null ? null : { period, relative: false, confidence: 0.95, role: 'range' };
  },
});

/** `last May`, `next May`, `this May`, `this past May`. */
export const whichMonth = relativeRule({
  name: 'which-month',
  triggers: ['which'],
  pattern: `(?<which>last|next|this(?:${SPACE}(?:past|coming))?|past|coming)${SPACE}(?<month>${MONTH})${END}(?!\\.?${SPACE}\\d{1,2}(?!\\d))`,
  read: (match, anchor): Reading | null => {
    const month = monthNumber(group(match, 'month'));
    if (month === null || !isCapitalised(group(match, 'month'))) return null;
    const which = group(match, 'which').toLowerCase();
    const { year, month: current } = anchor.civil;
    let result = year;
    if (/last|past/.test(which)) result = month < current ? year : year - 1;
    else if (/next|coming/.test(which)) result = month > current ? year : year + 1;
    return { period: monthPeriod(result, month), relative: true, confidence: 0.9 };
  },
});

const NAME_FOLLOWS = /^\s[A-Z][a-z]+/;
const BEFORE_PERSON = /\b(?:from|by|of|for|and|to|with)\s$/i;
const AFTER_NAME =
  /(?<![.!?]\s)\b(?!(?:In|Since|By|From|Until|During|Through|Late|Early|Mid|And|To|Of|For|The|This|Last|Next|Before|After)\s)[A-Z][a-z]+\.?\s$/;
const FAMILY = /^\s(?:family|families|brothers|sisters|clan|household|couple)\b/;

/** `Theresa May, 60`, `by April Jones`, `the May family`: a month's name that is part of a person's. */
function isPartOfName(before: string, after: string): boolean {
  return AFTER_NAME.test(before) || FAMILY.test(after) || (BEFORE_PERSON.test(before) && NAME_FOLLOWS.test(after));
}

/** `November` alone: the last one unless the sentence looks ahead. */
export const bareMonth = relativeRule({
  name: 'bare-month',
  triggers: ['month'],
  pattern: `(?<month>${MONTH})${END}`,
  read: (match, anchor, scene) => {
    const words = match[0];
    const month = monthNumber(words);
    if (month === null || !isCapitalised(words)) return null;
    const before = scene.text.slice(Math.max(0, match.index - 20), match.index);
    const after = scene.text.slice(match.index + words.length, match.index + words.length + 24);
    if (SHORT.test(words) && !SHORT_LEAD.test(before)) return null;
    if (DOUBTFUL.has(month) && !LEAD.test(before) && !/^(?:['’]s|,|\s+(?:and|to|through|or|was|were)\b)/.test(after))
      return null;
    if (DOUBTFUL.has(month) && /^\s+[A-Z][a-z]+(?:['’]s)?\s+(?:said|told|says|of|was|is|has)\b/.test(after))
      return null;
    if (DOUBTFUL.has(month) && isPartOfName(before, after)) return null;
    if (/^\s+(?:Madness|Fools|Revolution)\b/.test(after)) return 'refused';
    const year = yearOfMonth(anchor, month, pointsAhead(scene.text, match.index, match.index + words.length));
    return { period: monthPeriod(year, month), relative: true, confidence: DOUBTFUL.has(month) ? 0.65 : 0.75 };
  },
});
