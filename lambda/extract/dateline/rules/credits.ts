import { isAgency } from '../agencies.ts';
import { type DatelineRule, matchAt } from '../opening.ts';
import { isCity } from '../places.ts';

const PHOTO =
  /(?:FILE PHOTO: [^\n]{0,300}?)?(?:REUTERS|AP Photo|AFP|EPA|Getty Images)\/(?:[A-Z][\p{L}.'’-]{1,20}\s?){1,4}(?:\s{2,}|\n\s*)/uy;
const NAME = "[A-Z][\\p{L}.'’-]{0,20}";
const CAPITALS = "[A-Z][A-Z.'’-]{0,20}";
const BYLINE = new RegExp(
  `By(?:\\s(?:${CAPITALS}(?:\\s(?:${CAPITALS}|and)){1,7})|\\s${NAME}(?:\\s(?:${NAME}|and|de|van|von|al|bin)){1,7})(?:,\\s[^\\n]{2,60})?(?:\\s{2,}|\\n\\s*|\\s(?=[A-Z]{3,}[^a-z]{0,40}\\())`,
  'uy',
);

/** `REUTERS/Ilva Roe` before the dateline. */
export const photoCredit: DatelineRule = {
  name: 'photo-credit',
  read({ text, at }) {
    const match = matchAt(PHOTO, text, at);
    return match && { end: at + match[0].length };
  },
};

/** `By ILVA ROE` on its own before the dateline; the name is no part of place or agency. */
export const byline: DatelineRule = {
  name: 'byline',
  read({ text, at }) {
    const match = matchAt(BYLINE, text, at);
    return match && { end: at + match[0].length };
  },
};

const OUTLET = /(?:Staff [Rr]eporter|[A-Z][\p{L}.'’& -]{2,40} (?:[Rr]eport|[Ss]taff))\s*\n\s*/uy;

/** `Harbour Gazette report` on a line of its own before the dateline. */
export const outletLine: DatelineRule = {
  name: 'outlet-line',
  read({ text, at }) {
    const match = matchAt(OUTLET, text, at);
    return match && { end: at + match[0].length };
  },
};

const WORDS = "[A-Z][\\p{L}.'’-]{0,20}(?:\\s(?:[A-Z][\\p{L}.'’-]{0,20}|and|of|al|bin)){0,5}";
const CREDIT_LINE = new RegExp(`(${WORDS})\\s?[|/]\\s?(${WORDS})[ \\t]{0,3}\\r?\\n\\s{0,4}`, 'uy');
const OUTLET_ALONE =
  /(?:[A-Z][\p{L}.'’&-]{1,20}\s){1,4}(?:Network|News|Agency|Agencies|Times|Tribune|Correspondent|Bureau|Desk)[ \t]{0,3}\r?\n\s{0,4}/uy;

/** `Ann Roe | The Harbour` or `Harbour News Network` on a line of its own behind a syndicator; of `Ann Roe / Doha` the place is left. */
export const creditLine: DatelineRule = {
  name: 'credit-line',
  read({ text, at, proven, agency }) {
    if (!proven) return null;
    const line = matchAt(CREDIT_LINE, text, at);
    const [whole, writer, outlet] = line ?? [];
    if (whole === undefined || writer === undefined || outlet === undefined) {
      const alone = matchAt(OUTLET_ALONE, text, at);
      return alone && { end: at + alone[0].length };
    }
    const end = at + whole.length;
    return {
      end: isCity(outlet) ? end - whole.length + whole.lastIndexOf(outlet) : end,
      agency: isAgency(writer) ? writer : agency,
    };
  },
};
