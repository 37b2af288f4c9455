import { END, SPACE, YEAR } from '../../../common/calendar/patterns.ts';
import { type Season, seasonPeriod } from '../../../common/calendar/period.ts';
import { type Anchor, absoluteRule, group, relativeRule } from '../rule.ts';
import { pointsAhead } from '../tense.ts';

const CODE: Record<string, Season> = { spring: 'SP', summer: 'SU', fall: 'FA', autumn: 'FA', winter: 'WI' };
const FIRST_MONTH: Record<Season, number> = { SP: 3, SU: 6, FA: 9, WI: 12 };
const SEASON = '(?<season>spring|summer|fall|autumn|winter)';

/** The year of a season: `-1` the last one over, `0` of the anchor's year, `1` the next one to begin. */
function seasonYear(anchor: Anchor, season: Season, shift: -1 | 0 | 1): number {
  const { year, month } = anchor.civil;
  if (season === 'WI') {
    if (shift === 0) return month >= 6 ? year + 1 : year;
    return shift < 0 ? (month >= 3 ? year : year - 1) : month === 12 ? year + 2 : year + 1;
  }
  const first = FIRST_MONTH[season];
  if (shift === 0) return year;
  return shift < 0 ? (month >= first + 3 ? year : year - 1) : month < first ? year : year + 1;
}

/** `summer of 2023`, `spring 2023`, `winter of 1994`. */
export const seasonOfYear = absoluteRule({
  name: 'season-of-year',
  triggers: ['season'],
  pattern: `${SEASON}(?:,?${SPACE}of)?${SPACE}(?<year>${YEAR})(?![\\d%]|[.,:]\\d)${END}`,
  read: (match) => {
    const season = CODE[group(match, 'season').toLowerCase()];
    return season === undefined
      ? null
      : { period: seasonPeriod(Number(group(match, 'year')), season), relative: false, confidence: 0.9 };
  },
});

/** `last fall`, `this summer`, `next spring`, `this past winter`. */
export const whichSeason = relativeRule({
  name: 'which-season',
  triggers: ['which'],
  pattern: `(?<which>last|this(?:${SPACE}(?:past|coming))?|next|past|coming)${SPACE}${SEASON}${END}`,
  read: (match, anchor) => {
    const season = CODE[group(match, 'season').toLowerCase()];
    if (season === undefined) return null;
    const which = group(match, 'which').toLowerCase();
    const shift = /last|past/.test(which) ? -1 : /next|coming/.test(which) ? 1 : 0;
    return { period: seasonPeriod(seasonYear(anchor, season, shift), season), relative: true, confidence: 0.8 };
  },
});

/** `in the spring`, `over the summer`: the last one unless the sentence looks ahead. */
export const bareSeason = relativeRule({
  name: 'bare-season',
  triggers: ['season'],
  pattern: `${SEASON}${END}(?!${SPACE}(?:of|in)\\b(?!${SPACE}(?:eighteen|nineteen|twenty|two${SPACE}thousand)\\b))`,
  read: (match, anchor, scene) => {
    const season = CODE[group(match, 'season').toLowerCase()];
    const before = scene.text.slice(Math.max(0, match.index - 24), match.index);
    if (
      season === undefined ||
      !/\b(?:in|into|during|over|by|until|since|of|for)\s+(?:the\s+)(?:early\s+|late\s+)?$|\b(?:by|since|until|in)\s+(?:early|late)\s+$/i.test(
        before,
      )
    )
      return null;
    const ahead = pointsAhead(scene.text, match.index, match.index + match[0].length);
    const { year, month } = anchor.civil;
    const begun = season === 'WI' ? month <= 2 || month === 12 : month >= FIRST_MONTH[season];
    const past = season === 'WI' ? year : begun ? year : year - 1;
    return {
      period: seasonPeriod(ahead ? seasonYear(anchor, season, 1) : past, season),
      relative: true,
      confidence: 0.6,
    };
  },
});
