import { fold } from '../../../common/fold.ts';
import { givenNameGender } from '../lexicon/given-names.ts';
import { genderOfRole } from '../lexicon/roles.ts';
import { affiliationOfRole } from './affiliation.ts';
import type { Mention, Person } from './mention.ts';
import { PARTICLES } from './name-runs.ts';

const LONGEST_ROLE = 200;
const MOST_ROLES = 8;
/** A name in nothing but capitals, which any other spelling is better than. */
const LOUD = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;

const nameWords = (name: string): string[] => {
  const all = name
    .split(' ')
    .map((word) => fold(word).replace(/^(?:al|el) (?=.)/, ''))
    .filter((word) => word !== '');
  return all.length > 1 && SUFFIX.test(all.at(-1) ?? '') ? all.slice(0, -1) : all;
};

/** `jr` of "Robert Roe Jr."; null without one. */
const suffixOf = (name: string): string | null => {
  const last = fold(name.split(' ').at(-1) ?? '').replaceAll('.', '');
  return SUFFIX.test(last) ? last : null;
};

const compatible = (one: string[], other: string[]): boolean => {
  const a = one[0] ?? '';
  const b = other[0] ?? '';
  return (
    a === b ||
    a[0] === b ||
    b[0] === a ||
    other.includes(a) ||
    one.includes(b) ||
    (a.length > 2 && b.length > 2 && (a.startsWith(b) || b.startsWith(a)))
  );
};

/** True where the longer name only has a common word in front: "Leadership Ann Roe". */
const onlyPrefixed = (longer: string[], known: string[]): boolean =>
  known.length > 1 &&
  givenNameGender(known[0] ?? '') !== undefined &&
  longer.length - known.length < 3 &&
  known.every((word, index) => longer[longer.length - known.length + index] === word);

const genderOf = (mention: Mention, words: string[]): Person['gender'] => {
  if (mention.gender !== null) return mention.gender;
  const head =
    /^[^,]*?([\w-]+)(?:\s+(?:for|of|at|to|in|from)\b|$)/.exec((mention.role ?? '').slice(0, LONGEST_ROLE))?.[1] ?? '';
  const byRole = mention.role === null ? null : genderOfRole(head.toLowerCase());
  if (byRole !== null) return byRole;
  const given = words.length > 1 ? givenNameGender(words[0] ?? '') : undefined;
  return given === 'female' || given === 'male' ? given : null;
};

/** Persons of one document by surname; a bare surname or given name is joined to the person it belongs to here. */
export class PersonTable {
  readonly persons: Person[] = [];
  private readonly bySurname = new Map<string, Person[]>();
  private readonly byGivenName = new Map<string, Person[]>();

  /** Joins all mentions that may be persons; full names first, since the full name may come after the short one. */
  constructor(mentions: readonly Mention[]) {
    const full = mentions.filter((mention) => mayBePerson(mention) && nameWords(mention.name).length > 1);
    for (const mention of full) if (mention.headline !== true) this.join(mention, this.findFull(mention));
    for (const mention of full) if (mention.headline === true) this.joinHeadline(mention);
    for (const mention of mentions) {
      if (mention.headline === true && mention.person === null && mention.name.includes(' ')) continue;
      if (mayBePerson(mention) && mention.person === null) this.join(mention, this.findShort(mention));
      if (mention.person !== null) mention.person.lastSeen = mention.first;
    }
  }

  private findFull(mention: Mention): Person | undefined {
    const words = nameWords(mention.name);
    const suffix = suffixOf(mention.name);
    // Father and son have one name but for its suffix.
    return this.bySurname
      .get(words.at(-1) ?? '')
      ?.find((person) => compatible(words, person.words) && suffixOf(person.mentions[0]?.name ?? '') === suffix);
  }

  /** Joins a headline's words to whom the text names: "Council Hears Ann Roe" is Ann Roe, "Weary Roe" too; words that the text has for nobody are no name. */
  private joinHeadline(mention: Mention): void {
    const words = nameWords(mention.name);
    const named = words.findLastIndex((word, index) =>
      this.bySurname.get(word)?.some((person) => index > 0 && person.words[0] === words[index - 1]),
    );
    const surname = words[named] ?? words.at(-1) ?? '';
    const namesakes = this.bySurname.get(surname) ?? [];
    const person =
      named > 0
        ? namesakes.find(({ words: [first] }) => first === words[named - 1])
        : namesakes.find((one) => compatible(words, one.words));
    if (person !== undefined) this.add(mention, person);
    else if (givenNameGender(words[0] ?? '') !== undefined || mention.role !== null) this.join(mention, undefined);
    else if (namesakes.length === 1 && namesakes[0] !== undefined) this.add(mention, namesakes[0]);
  }

  private add(mention: Mention, person: Person): void {
    mention.person = person;
    person.mentions.push(mention);
  }

  private findShort(mention: Mention): Person | undefined {
    const word = nameWords(mention.name)[0] ?? '';
    const fits = (person: Person): boolean =>
      mention.gender === null || person.gender === null || person.gender === mention.gender;
    const named = this.bySurname.get(word)?.filter(fits) ?? [];
    // "President Xi" is Xi Jinping, whose surname comes first; "President Ann" is nobody's office
    const first = mention.role === null || givenNameGender(word) === undefined;
    const candidates = named.length > 0 ? named : first ? (this.byGivenName.get(word)?.filter(fits) ?? []) : [];
    if (candidates.length < 2) return candidates[0];
    // the same surname twice: the one with the honorific's gender, else the one whom the article names most, of those named so far: relatives get their whole name
    const sure = candidates.filter((person) => mention.gender !== null && person.gender === mention.gender);
    const pool = sure.length > 0 ? sure : candidates;
    let best = pool[0];
    let place = -1;
    for (const person of pool) {
      if (person.lastSeen >= 0 && person.mentions.length > place) [best, place] = [person, person.mentions.length];
    }
    return best;
  }

  private join(mention: Mention, known: Person | undefined): void {
    const words = nameWords(mention.name);
    const person = known ?? this.create(mention, words);
    this.add(mention, person);
    // "Al Rushoudi" is the surname of Hamdan Al Rushoudi, and not the whole of his name
    const bare =
      words.length < person.words.length &&
      onlyPrefixed(person.words, words) &&
      !PARTICLES.has(words[0] ?? '') &&
      givenNameGender(person.words[0] ?? '') === undefined;
    if (bare || (words.length > person.words.length && !onlyPrefixed(words, person.words))) {
      person.aliases.add(person.name);
      person.name = mention.name;
      person.words = words;
    } else if (mention.name !== person.name && words.length === person.words.length && LOUD.test(person.name)) {
      person.aliases.add(person.name);
      person.name = mention.name;
    } else if (mention.name !== person.name) person.aliases.add(mention.name);
    if (mention.role !== null && person.roles.length < MOST_ROLES && !person.roles.includes(mention.role))
      person.roles.push(mention.role);
    person.affiliation ??= mention.affiliation ?? (mention.role === null ? null : affiliationOfRole(mention.role));
    person.gender ??= genderOf(mention, words);
    person.certain ||= mention.kind === 'person';
  }

  private create(mention: Mention, words: string[]): Person {
    const person: Person = {
      name: mention.name,
      words,
      aliases: new Set(),
      roles: [],
      affiliation: null,
      gender: genderOf(mention, words),
      certain: false,
      mentions: [],
      lastSeen: -1,
    };
    this.persons.push(person);
    put(this.bySurname, words.at(-1) ?? '', person);
    if (words.length > 1) put(this.byGivenName, words[0] ?? '', person);
    // "Rodríguez" is José Luis Rodríguez Zapatero too
    const middle = words.length > 2 ? (words.at(-2) ?? '') : '';
    if (middle.length > 2 && givenNameGender(middle) === undefined) put(this.byGivenName, middle, person);
    return person;
  }
}

const mayBePerson = (mention: Mention): boolean => mention.kind === 'person' || mention.kind === 'unknown';

/** More bearers of one name than this in one document are noise, and would make the table slow. */
const MOST_NAMESAKES = 16;

const put = (map: Map<string, Person[]>, key: string, person: Person): void => {
  const known = map.get(key);
  if (known === undefined) map.set(key, [person]);
  else if (known.length < MOST_NAMESAKES) known.push(person);
};
