import { wordsOfClass } from '../lexicon/organisation-nouns.ts';
import { ORGANISATION_WORDS } from '../lexicon/organisations.ts';
import type { Mention } from '../mentions/mention.ts';

interface Named {
  name: string;
  first: number;
}

const SMALL = /^(?:of|the|and|for|in|on|de|&)$/i;

/** The last word of a name in lower case, without a possessive's mark. */
const headOf = (name: string): string => (name.split(' ').at(-1) ?? '').toLowerCase();

/** The words that name an organisation without what it is of, in lower case: "embassy" of "Embassy of Norway"; `null` where the name has no such part. */
const openingOf = (name: string): string | null =>
  /^(.{2,60}?)\s(?:of|for)\s/i.exec(name)?.[1]?.toLowerCase().replaceAll('’', "'") ?? null;

const initialsOf = (name: string): string =>
  name
    .split(' ')
    .filter((word) => !SMALL.test(word))
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('');

const HOUSE = /\b(?:of|for|at|in)\s(?:the\s)?(\p{Lu}[^,;()]*)$/u;
const LONGEST_ROLE = 160;

/** The house that an office is held in, by its last word: "Deputy Chairman of the Development Council". */
function houseOf(role: string | null): string | null {
  const house = HOUSE.exec((role ?? '').slice(0, LONGEST_ROLE))?.[1] ?? null;
  return house !== null && ORGANISATION_WORDS.has(headOf(house)) ? house : null;
}

/** So many of the names before the noun are looked through. */
const NEAREST = 24;

/** The organisations of a document, to find which "the union" or "NTU" means. */
export class OrganisationIndex {
  readonly names = new Set<string>();
  private readonly byKey = new Map<string, Named[]>();
  private readonly all: Named[] = [];

  constructor(mentions: readonly Mention[]) {
    for (const mention of mentions) {
      const { kind, first } = mention;
      const name = kind === 'organization' || kind === 'unknown' ? mention.name : (houseOf(mention.role) ?? '');
      if (name === '' || (kind === 'unknown' && mention.person?.certain === true)) continue;
      const full = name.replace(/^the\s+/i, '');
      this.all.push({ name: full, first });
      if (kind === 'unknown') continue;
      this.names.add(name);
      if (!full.includes(' ')) continue;
      const initials = initialsOf(full);
      const opening = openingOf(full);
      const keys = [headOf(full), ...(opening === null ? [] : [headOf(opening), opening])];
      for (const key of new Set(initials.length > 2 ? [...keys, initials] : keys)) {
        const known = this.byKey.get(key);
        if (known === undefined) this.byKey.set(key, [{ name: full, first }]);
        else known.push({ name: full, first });
      }
    }
  }

  /** The organisation that a noun means ("the airline"): the one named last whose name shows its class, in the last names before the token; else `null`. */
  findByNoun(noun: string, before: number): string | null {
    const wanted = wordsOfClass(noun);
    if (wanted === undefined) return null;
    let at = this.all.length;
    let low = 0;
    while (low < at) {
      const middle = (low + at) >> 1;
      if ((this.all[middle]?.first ?? 0) < before) low = middle + 1;
      else at = middle;
    }
    for (let index = low - 1; index >= 0 && low - index <= NEAREST; index--) {
      const { name } = this.all[index] as Named;
      const parts = name.toLowerCase().split(/[\s-]+/);
      if (
        parts.some((word) => wanted.has(word)) ||
        (parts.length === 1 && [...wanted].some((word) => word.length > 2 && parts[0]?.endsWith(word)))
      )
        return name;
    }
    return null;
  }

  /** The organisation of several words named last before the token whose last word or initials these are, or `null`. */
  find(key: string, before: number): string | null {
    const named = this.byKey.get(key) ?? [];
    let low = 0;
    let high = named.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((named[middle]?.first ?? 0) < before) low = middle + 1;
      else high = middle;
    }
    return named[low - 1]?.name ?? null;
  }
}
