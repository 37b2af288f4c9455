import { monthNumber } from '../../common/calendar/english.ts';
import { isAgency } from './agencies.ts';
import { isHeading } from './headings.ts';
import { matchAt } from './opening.ts';
import { isCity, isRegion, looksLikeTown } from './places.ts';

const WORD = "[A-ZÀ-ÖØ-Þ](?:\\p{L}|['’-](?=\\p{L})|\\.(?=[A-Z’'-])){0,24}\\.?";
const SMALL = '(?:of|de|da|do|la|le|el|al|es|the|and|du|on|upon|sur)';
const NAME = new RegExp(`${WORD}(?:(?:[^\\S\\r\\n]|[/-])(?:${SMALL}\\s)?${WORD}){0,4}`, 'uy');
const COMMA = /,\s{1,2}/y;
const IN_COUNTRY = /,?\s[[(]([A-Z][\p{L} ]{1,30})[\])]/uy;
/** Short forms that keep their full stop: `St.`, `D.C.`, `Mo.`. */
const ABBREVIATION = /\.\p{L}{1,2}\.$|^\p{L}{1,4}\.$/u;

/** A place at an opening and what speaks for it. */
export interface Place {
  words: string;
  end: number;
  /** A city that opens datelines, or a country. */
  known: boolean;
  /** A state or country stands behind it. */
  inRegion: boolean;
  /** The words alone look like a town's name in capitals. */
  likely: boolean;
  capitals: boolean;
}

/** Whether a name in capitals that no list has looks like a town: one longer word, or with a word that towns have. */
function looksLikePlace(name: string): boolean {
  if (isHeading(name)) return false;
  if (looksLikeTown(name)) return true;
  return /^[\p{Lu}'’-]{5,}$/u.test(name) && /[AEIOUYÀ-Ý]/.test(name) && !name.endsWith('S');
}

/** Name of a place as far as it goes: an agency behind it (`Washington CNN`) and a closing full stop are not of it. */
function readName(text: string, at: number): string | null {
  // A full stop behind a longer word ends the place: `MOSCOW. Nov 12`.
  let name = matchAt(NAME, text, at)?.[0].replace(/(?<=\p{L}{4})\.\s.*$/su, '') ?? null;
  if (name?.endsWith('.') && !ABBREVIATION.test(name) && !isRegion(name)) name = name.slice(0, -1);
  const split = name?.lastIndexOf(' ') ?? -1;
  if (name !== null && split > 0 && isAgency(name.slice(split + 1)) && isCity(name.slice(0, split)))
    return name.slice(0, split);
  return name;
}

/** The same place, with the capitalised words behind the comma read as its region; `null` without such words. The caller accepts it only if a day or an agency follows. */
export function withUnknownRegion(text: string, place: Place): Place | null {
  const comma = place.inRegion || !place.capitals ? null : matchAt(COMMA, text, place.end);
  const next = comma && readName(text, place.end + comma[0].length);
  if (comma === null || next === null || monthNumber(next.split(' ')[0] ?? '') !== null || isAgency(next)) return null;
  return { ...place, end: place.end + comma[0].length + next.length };
}

/** What stands behind the comma at `at`, and where it ends; `null` where no comma and name stand there. */
function behindComma(text: string, at: number): { name: string; end: number } | null {
  const comma = matchAt(COMMA, text, at);
  const name = comma && readName(text, at + comma[0].length);
  if (comma === null || name === null) return null;
  const known = [name, name.replace(/\.$/, '')].find(isRegion) ?? name;
  return { name: known, end: at + comma[0].length + known.length };
}

/** Where the regions behind a city end: `, Pa.`, `, Texas, United States`; of two the first may be one that no list has. */
function regionsBehind(text: string, at: number): number {
  const first = behindComma(text, at);
  if (first === null) return at;
  const second = behindComma(text, first.end);
  if (second !== null && isRegion(second.name)) return second.end;
  return isRegion(first.name) ? first.end : at;
}

/** Where a region in brackets ends, behind a place; `null` where none stands there. */
function regionInBrackets(text: string, at: number): number | null {
  const words = matchAt(IN_COUNTRY, text, at);
  return words && isRegion(words[1] ?? '') && !isAgency(words[1] ?? '') ? at + words[0].length : null;
}

/** Reads a city and, behind a comma or in brackets, its state or country; `null` where no capital stands. */
export function readPlace(text: string, at: number): Place | null {
  const name = readName(text, at);
  if (name === null) return null;
  let end = regionsBehind(text, at + name.length);
  let inRegion = end > at + name.length;
  // At most two: `Chennai (Tamil Nadu) [India]`.
  const inner = inRegion ? null : regionInBrackets(text, end);
  const outer = inner === null ? null : regionInBrackets(text, inner);
  if (inner !== null) {
    inRegion = true;
    end = outer ?? inner;
  }
  const capitals = !/\p{Ll}/u.test(name);
  const known = isCity(name) || isRegion(name) || name.split('/').every(isCity);
  return {
    words: name,
    end,
    known,
    inRegion,
    capitals,
    likely: known || inRegion || (capitals && looksLikePlace(name)),
  };
}
