import type { CivilDay } from '../../../common/calendar/civil.ts';
import { AGENCY } from '../agencies.ts';
import { readDay } from '../day-reader.ts';
import { isHeading } from '../headings.ts';
import { type DatelineRule, matchAt, type Step } from '../opening.ts';
import { isCity, isRegion, looksLikeTown } from '../places.ts';

const WORD = "[A-ZÀ-ÖØ-Þ](?:\\p{L}|['’-](?=\\p{L})|\\.(?=[A-Z’'-])){0,24}\\.?";
const SMALL = '(?:of|de|da|do|la|le|el|al|es|the|and|du|on|upon|sur)';
const NAME = new RegExp(`${WORD}(?:[\\s/-](?:${SMALL}\\s)?${WORD}){0,4}`, 'uy');
const COMMA = /,\s{1,2}/y;
const SLASHED = new RegExp(`\\s?/\\s?(${AGENCY})\\s?/\\s?`, 'y');
const BRACKETS = /(?:\s{0,2}|--)\(([A-Z][^()\n]{1,60}|dpa[^()\n]{0,20}|ots)\)/y;
const DATED_BRACKETS = /^(.{2,40}?)\s[-–]\s(?=[A-Z][a-z]+\.?\s\d)/;
const PLAIN_AGENCY = new RegExp(`(?:,\\s|\\s\\|\\s|\\s)(${AGENCY})(?=\\s?(?:--|—|–|\\||:|\\s-\\s))`, 'y');
const DASH = /\s?(?:-{2,3}|—|–|―)\s{0,2}|\s[-_]\s{1,2}|_\s|\s?\|\s/y;
const COLON = /\s?:\s{1,2}/y;
const STOP = /\.\s{1,2}/y;
const SPACE = /\s{1,3}(?=["“‘'(]?[A-Z0-9])/y;

interface Place {
  words: string;
  end: number;
  city: boolean;
  region: boolean;
}

/** A city and, behind a comma, its state or country. */
function readPlace(text: string, at: number): Place | null {
  const name = matchAt(NAME, text, at)?.[0].replace(/(?<=[a-z]{3})\.$/, '');
  if (name === undefined) return null;
  let end = at + name.length;
  let region = false;
  const comma = matchAt(COMMA, text, end);
  if (comma) {
    const next = matchAt(NAME, text, end + comma[0].length)?.[0] ?? '';
    for (const words of [next, next.replace(/\.$/, '')]) {
      if (region || !isRegion(words)) continue;
      region = true;
      end += comma[0].length + words.length;
    }
  }
  return { words: name, end, city: isCity(name) || isRegion(name) || name.split('/').every(isCity), region };
}

function inCapitals(name: string): boolean {
  return !/\p{Ll}/u.test(name);
}

/** How much the name alone says that it is a place. */
function isLikelyPlace(place: Place): boolean {
  if (place.city || place.region) return true;
  if (!inCapitals(place.words) || isHeading(place.words)) return false;
  if (looksLikeTown(place.words)) return true;
  return /^[\p{Lu}'’-]{5,}$/u.test(place.words) && /[AEIOUYÀ-Ý]/.test(place.words) && !/S$/.test(place.words);
}

/** The agency in brackets or slashes, and a date that stands with it (`Newsfile Corp. - November 12, 2023`). */
function readAgency(
  text: string,
  at: number,
  published: CivilDay | null,
): { end: number; agency: string; date: CivilDay | null } | null {
  const slashed = matchAt(SLASHED, text, at);
  if (slashed) return { end: at + slashed[0].trimEnd().length, agency: slashed[1] ?? '', date: null };
  const brackets = matchAt(BRACKETS, text, at);
  if (brackets) {
    const words = brackets[1] ?? '';
    const dated = DATED_BRACKETS.exec(words);
    const day = dated ? readDay(words, dated[0].length, published) : null;
    return { end: at + brackets[0].length, agency: dated?.[1] ?? words, date: day?.day ?? null };
  }
  const plain = matchAt(PLAIN_AGENCY, text, at);
  return plain && { end: at + plain[0].length, agency: plain[1] ?? '', date: null };
}

/** `BERLIN, Nov 12 (Reuters) - `, `LONDON — `, `RADNOR, Pa., Nov. 9, 2023 /PRNewswire/ -- `, `MUZAFFARABAD, Nov 11: `, `London: `. */
export const place: DatelineRule = {
  name: 'place',
  read({ text, at, published, agency: before, proven }): Step | null {
    const found = readPlace(text, at);
    if (found === null) return null;
    let end = found.end;
    const comma = /(?:\.?,|\.)\s{1,2}|\s{1,2}/y;
    const gap = matchAt(comma, text, end);
    const day = gap && readDay(text, end + gap[0].length, published);
    if (day) end = day.end;
    const agency = readAgency(text, /^,\s?[(/]/.test(text.slice(end, end + 3)) ? end + 1 : end, published);
    if (agency) end = agency.end;
    const later =
      agency && day === null
        ? readDay(text, end + (/^[\s,/]{1,3}/.exec(text.slice(end, end + 3))?.[0].length ?? 0), published)
        : null;
    if (later) end = later.end;
    const known = agency !== null && (found.city || found.region || inCapitals(found.words) || day !== null);
    const likely = isLikelyPlace(found);
    const dash = matchAt(DASH, text, end) ?? (later ? matchAt(/\s?\/\s/y, text, end) : null);
    const colon = matchAt(COLON, text, end);
    const stop = matchAt(STOP, text, end);
    const space = matchAt(SPACE, text, end);
    const dated = day !== null && (found.city || !isHeading(found.words));
    const isBy = (test: boolean, terminator: RegExpExecArray | null) =>
      test && terminator !== null ? terminator[0].length : null;
    const length =
      isBy(known || dated || likely, dash) ??
      isBy(
        (found.city && !(isRegion(found.words) && inCapitals(found.words) && found.words.length < 4)) || dated || known,
        colon,
      ) ??
      isBy(dated && (likely || inCapitals(found.words)), stop) ??
      isBy(known && (dated || inCapitals(found.words) || proven), space);
    if (length === null || end + length <= at) return null;
    return {
      end: end + length,
      place: text.slice(at, found.end),
      date: day?.day ?? agency?.date ?? later?.day ?? null,
      agency: agency?.agency ?? before,
      proven: true,
    };
  },
};
