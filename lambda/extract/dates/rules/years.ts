import { cardinal } from '../../../common/calendar/english.ts';
import { END, SPACE, YEAR } from '../../../common/calendar/patterns.ts';
import { spanPeriod, yearPeriod } from '../../../common/calendar/period.ts';
import { COUNTED, NO_UNIT } from '../counted.ts';
import { isNumberOfThing } from '../numbered.ts';
import { absoluteRule, group } from '../rule.ts';

/** `1990-95`, `2019–2020`, `from 1990 to 1995`. */
export const yearRange = absoluteRule({
  name: 'year-range',
  triggers: ['number'],
  pattern: `(?<![$€£#,.\\d/-])(?<first>${YEAR})\\s?[-–—/]\\s?(?<last>${YEAR}|\\d\\d)(?![\\d%/-]|[.,:]\\d)${END}${NO_UNIT}`,
  read: (match) => {
    const first = Number(group(match, 'first'));
    const words = group(match, 'last');
    const last = words.length === 4 ? Number(words) : Math.floor(first / 100) * 100 + Number(words);
    if (first < 1700 || last <= first || last - first > 200) return 'refused';
    const period = spanPeriod(yearPeriod(first), yearPeriod(last));
    return period === null ? null : { period, relative: false, confidence: 0.8, role: 'range' };
  },
});

/** What a year before it is the model of. Data. */
const MAKES =
  /^\s(?:Acura|Alfa|Audi|BMW|Buick|Cadillac|Chevrolet|Chevy|Chrysler|Citro[eë]n|Dodge|Ferrari|Fiat|Ford|GMC|Harley|Honda|Hyundai|Jaguar|Jeep|Kia|Lada|Lexus|Lincoln|Mazda|Mercedes|Mercury|Mitsubishi|Nissan|Oldsmobile|Opel|Peugeot|Plymouth|Pontiac|Porsche|Renault|Saab|Saturn|Seat|Skoda|Subaru|Suzuki|Tesla|Toyota|Volkswagen|Volvo|VW)\b/;
/** A year that opens a sentence is one, whatever is counted behind it: `In 1998 people …`. */
const OPENS_SENTENCE = /(?:^|[.!?]['"”’)]{0,2}\s+|\n\s*)(?:In|Since|By|Until|During|From)\s$/;

/** `1998`, `fiscal 1998`, `mid-1998`: four digits that count nothing. */
export const bareYear = absoluteRule({
  name: 'bare-year',
  triggers: ['number'],
  pattern: `(?<![$€£¥#&@,.\\d/:%+−–A-Za-z_]|\\b(?:No\\.?|Rs\\.?|US\\$)\\s)(?<year>${YEAR})(?![\\d%$€£/A-Za-z_]|[.,:]\\d|-\\d|['’]\\d)(?:(?<counted>(?=${COUNTED}))|)`,
  read: (match, scene) => {
    const year = Number(group(match, 'year'));
    const before = scene.text.slice(Math.max(0, match.index - 16), match.index);
    const after = scene.text.slice(match.index + 4, match.index + 30);
    const isPlain = year >= 1800 && year < 2100 && OPENS_SENTENCE.test(before);
    if (/\d-[A-Za-z]{1,9}-$/.test(before)) return 'refused';
    if (isNumberOfThing(scene.text.slice(Math.max(0, match.index - 40), match.index))) return 'refused';
    if ((match.groups?.counted !== undefined && !isPlain) || MAKES.test(after)) return 'refused';
    const lead =
      /\b(?:in|since|by|of|from|until|till|before|after|during|year|to|fiscal|late|early|through|between|circa|and|for)[\s-]+$|\bmid-$|\($/i.test(
        before,
      );
    if (!lead && (year < 1800 || year > 2100)) return 'refused';
    if (
      /\b(?:about|nearly|almost|over|than|some|least|around|approximately|estimated|another|up\sto|rose|fell)\s+$/i.test(
        before,
      ) &&
      !/\b(?:end|since|year)\b/i.test(before)
    ) {
      return year >= 1900 && year <= 2040 && /^[.,;)]/.test(after)
        ? { period: yearPeriod(year), relative: false, confidence: 0.5 }
        : 'refused';
    }
    if (
      /^\s(?:block|calorie|strong|plus)\b|^-(?:mile|foot|meter|metre|ton|pound|member|seat|year|page|strong|odd|person|acre|room|plus)/i.test(
        after,
      )
    )
      return 'refused';
    if (/^\s[A-Z][a-z]+\s(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane)\b/.test(after)) return 'refused';
    return { period: yearPeriod(year), relative: false, confidence: lead ? 0.9 : 0.75 };
  },
});

/** `FY2024`, `FY24`, `FY2025/26`, `fiscal year 2025-26`: the year that it bears, or both. */
export const fiscalYear = absoluteRule({
  name: 'fiscal-year',
  triggers: ['code', 'unit'],
  pattern: `(?:FY\\s?['’]?|(?:fiscal|financial|business)${SPACE}year${SPACE})(?<year>${YEAR}|\\d\\d)(?:[-/–](?<last>${YEAR}|\\d\\d))?${END}`,
  read: (match) => {
    const full = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));
    const first = yearPeriod(full(group(match, 'year')));
    const last = group(match, 'last');
    const both = last === '' ? null : spanPeriod(first, yearPeriod(full(last)));
    return { period: both ?? first, relative: false, confidence: 0.8 };
  },
});

/** `nineteen ninety-six`, `two thousand and four`, `twenty twenty-three`, as broadcasts write years. */
export const spelledYear = absoluteRule({
  name: 'spelled-year',
  triggers: ['count'],
  pattern: `(?:(?<high>eighteen|nineteen|twenty)(?:${SPACE}hundred)?${SPACE}(?:and${SPACE})?(?<low>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-\\s](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|two${SPACE}thousand(?:${SPACE}(?:and${SPACE})?(?<after>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?)${END}${NO_UNIT}`,
  read: (match, scene) => {
    const high = cardinal(group(match, 'high'));
    const low = cardinal(group(match, 'low').replace(/\s/, '-'));
    if (high !== null && low !== null)
      return { period: yearPeriod(high * 100 + low), relative: false, confidence: 0.85 };
    if (!/\b(?:year|in|since|by|until|of)\s+$/i.test(scene.text.slice(Math.max(0, match.index - 8), match.index)))
      return null;
    return { period: yearPeriod(2000 + (cardinal(group(match, 'after')) ?? 0)), relative: false, confidence: 0.7 };
  },
});

/** `the summer of '69`, `in '98`: two digits after an apostrophe. */
export const shortYear = absoluteRule({
  name: 'short-year',
  triggers: ['number'],
  pattern: `(?<=\\b(?:in|of|since|by|until|class${SPACE}of)${SPACE}['’‘])(?<year>\\d\\d)${END}`,
  read: (match, scene) => {
    const short = Number(group(match, 'year'));
    const now = scene.anchor?.civil.year ?? 2000;
    const base = Math.floor(now / 100) * 100 + short;
    return {
      period: yearPeriod(base > now + 10 ? base - 100 : base),
      relative: scene.anchor !== null,
      confidence: 0.7,
    };
  },
});
