import { countryOf } from '../lexicon/countries.ts';
import {
  KNOWN_ORGANISATIONS,
  KNOWN_PHRASES,
  ORGANISATION_HEADS,
  ORGANISATION_WORDS,
} from '../lexicon/organisations.ts';
import { isPlace } from '../lexicon/places.ts';
import { isRoleHead, ROLE_MODIFIERS } from '../lexicon/roles.ts';

const CAPITAL = /^\p{Lu}/u;
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}&.-]{1,7}$/u;
const PAST = /^(?:former|ex|late|then|onetime|retired)$/i;
const LONGEST = 12;

/** The words of a role that name somebody's house, as a name; `null` where they are only words of the office. */
function nameOf(words: readonly string[]): string | null {
  const text = words.join(' ').replace(/['’]s?$/, '');
  const lower = text.toLowerCase();
  if (text === '') return null;
  const country = countryOf(lower) ?? countryOf(words[0]?.toLowerCase() ?? '');
  if (country !== undefined) return country;
  if (isPlace(lower) || KNOWN_PHRASES.has(lower) || KNOWN_ORGANISATIONS.has(lower)) return text;
  const last = words.at(-1)?.toLowerCase() ?? '';
  if (words.length > 1 && (ORGANISATION_WORDS.has(last) || ORGANISATION_HEADS.has(last))) return text;
  return words.length === 1 && ACRONYM.test(text) ? text : null;
}

/** Whom an office in front of a name serves: "Ukrainian President" Ukraine, "NATO Secretary General" NATO; `null` where its words don't say, or it is a former one. */
export function affiliationOfRole(role: string): string | null {
  const words = role.split(/\s+/).slice(0, LONGEST);
  if (PAST.test(words[0] ?? '')) return null;
  const house = words.slice(0, 2).join(' ');
  if (KNOWN_PHRASES.has(house.toLowerCase())) return house;
  const named: string[] = [];
  for (const word of words) {
    const lower = word.toLowerCase();
    const team = named.length > 0 && ORGANISATION_HEADS.has(lower);
    if (isRoleHead(lower) || (!CAPITAL.test(word) && !team) || (named.length === 0 && ROLE_MODIFIERS.has(lower))) break;
    named.push(word);
  }
  for (let size = named.length; size > 0; size--) {
    const found = nameOf(named.slice(0, size));
    if (found !== null) return found;
  }
  return null;
}
