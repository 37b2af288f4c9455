import { AGENCY, SYNDICATOR } from '../agencies.ts';
import { type DatelineRule, matchAt } from '../opening.ts';

const BRACKETS = new RegExp(
  `\\((${SYNDICATOR})(?:\\s?[-–—:/]\\s?([^()\\n]{2,80}?)(?:\\s?\\([^()\\n]{1,20}\\))?)?\\s?\\)\\s{0,3}(?:(?:-{1,2}|–|—|:)\\s)?`,
  'iy',
);
const SPLIT = new RegExp(`^(${AGENCY})\\s[-–/]\\s`);

/** `(MENAFN)`, `(MENAFN- Jordan Times)`, `(MENAFN- Oman News Agency (ONA))`, with or without a space behind. */
export const syndicator: DatelineRule = {
  name: 'syndicator',
  read({ text, at }) {
    const match = matchAt(BRACKETS, text, at);
    if (match === null) return null;
    const names = match[2]?.trim() ?? null;
    // Two agencies nested: the first one wrote it, the second is where it ran.
    const agency = names === null ? null : (SPLIT.exec(names)?.[1] ?? names);
    return {
      end: at + match[0].length,
      syndicator: match[1] ?? null,
      ...(agency === null ? {} : { agency }),
      proven: true,
    };
  },
};
