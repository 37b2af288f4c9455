import { AGENCY } from '../agencies.ts';
import { type DatelineRule, matchAt } from '../opening.ts';

const DASH = '(?:\\s?(?:--|—|–)\\s?|\\s-\\s|\\s_\\s|_\\s)';
const IN_BRACKETS = new RegExp(`[([](${AGENCY}(?:\\s[A-Z][A-Za-z]{2,20})?)[)\\]](?:${DASH}|:\\s|\\s|(?=[A-Z“"]))`, 'y');
const PLAIN = new RegExp(`(${AGENCY})(?:${DASH}|\\s\\|\\s|\\s?\\n\\s{0,3})`, 'y');
const BEFORE_PLACE = new RegExp(
  `(${AGENCY})(?:(?:\\.|:|,)?\\s(?=[A-Z]{3}[A-Z ]{0,30}[,.(/]\\s?)|\\s?/\\s?(?=[A-Z][\\p{L} ]{2,30}[,\\r\\n]))`,
  'uy',
);
const OUTLET_ON_THE_WEB =
  /([\p{L}\d-]{2,30}\.(?:[Nn]et|[Cc]om|[Oo]rg|[Ii]nfo|[Nn]ews)(?:\.[a-z]{2})?)(?:\s?(?:--|—|–)\s?|\s-\s|:\s)/uy;

/** `(Reuters) - `, `(CNN)`, `AP - `, `WAM ABU DHABI, …`, `QNA/Doha`, `Harbour.Net - `: the agency before place or text. */
export const agencyFirst: DatelineRule = {
  name: 'agency-first',
  read({ text, at, agency }) {
    const proven = matchAt(IN_BRACKETS, text, at) ?? matchAt(PLAIN, text, at) ?? matchAt(OUTLET_ON_THE_WEB, text, at);
    if (proven) return { end: at + proven[0].length, agency: proven[1] ?? agency, proven: true };
    const match = matchAt(BEFORE_PLACE, text, at);
    return match && { end: at + match[0].length, agency: match[1] ?? agency };
  },
};
