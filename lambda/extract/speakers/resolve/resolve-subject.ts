import type { Article } from '../article.ts';
import { lowerAt, sliceOf, tokenAt } from '../article.ts';
import { isBareCount } from '../grammar/quantity.ts';
import { mentionStartingAt, type Subject } from '../grammar/subject.ts';
import { DOCUMENT_HEADS, GROUP_HEADS, ORGANISATION_HEADS } from '../lexicon/organisations.ts';
import { isPluralRole } from '../lexicon/roles.ts';
import type { Person } from '../mentions/mention.ts';
import { authorOf, byNoun, isEpithet, leaderOf, other, salient } from './entity-nouns.ts';
import { membersOf } from './joint.ts';
import type { Known } from './known.ts';
import { sourceOfPronoun, unnamedOfPronoun } from './plain-pronoun.ts';
import { personOfPronoun } from './pronoun.ts';
import type { Resolved } from './resolved.ts';

const WEAK_PRONOUN = 0.08;
const FAR_PRONOUN = 0.2;
/** A nation or an age means nobody who was named further back, in sentences. */
const NEAREST = 2;

/** Ranks and titles of one word, than which any other role tells more: "Lt.", "Prof.". */
const BARE_TITLE =
  /^(?:lt|sgt|cpl|capt|col|gen|maj|adm|cmdr|prof|professor|rev|reverend|sen|rep|gov|hon|officer|chief|minister|mec|director|chairman|president|secretary|deputy|senator)\.?$/i;
/** A longer "role" is a stretch of a sentence. */
const MOST_ROLE_WORDS = 14;

/** The fullest of a person's roles: the first that is more than a bare title, or a longer wording of it. */
export function fullestRole(roles: readonly string[]): string | null {
  const first = roles.find((role) => !BARE_TITLE.test(role)) ?? roles[0];
  if (first === undefined) return null;
  const words = first.toLowerCase().split(' ');
  const fuller = roles.filter((role) => {
    const others = role.toLowerCase().split(' ');
    return (
      others.length > words.length && others.length <= MOST_ROLE_WORDS && words.every((word) => others.includes(word))
    );
  });
  return fuller.sort((one, other) => other.length - one.length)[0] ?? first;
}

/** The person as resolved from the tokens given. */
export function resolvedPerson(
  person: Person,
  resolution: Resolved['resolution'],
  first: number,
  last: number,
  weakness = 0,
): Resolved {
  return {
    person,
    kind: 'person',
    name: person.name,
    role: fullestRole(person.roles),
    affiliation: person.affiliation,
    resolution,
    first,
    last,
    weakness,
  };
}

/** The organisation in full, where a word of its name or its initials stand for it. */
function inShort(known: Known, word: string, subject: Subject): Resolved | null {
  const full = known.organisations.find(word, subject.first);
  return full === null ? null : other('organization', full, subject.first, subject.last, 'alias');
}

function ofName(subject: Subject, known: Known): Resolved | null {
  const mention = subject.mention;
  if (mention === null) return null;
  const short = mention.name.replace(/^the\s+/i, '');
  if (!short.includes(' ') && mention.kind !== 'place' && mention.person?.certain !== true) {
    const full = inShort(known, short, subject) ?? inShort(known, short.toLowerCase(), subject);
    if (full !== null) return full;
  }
  if (mention.kind === 'organization' || mention.kind === 'place')
    return other('organization', short, subject.first, subject.last);
  const person = mention.person;
  if (person === null) return null;
  const organisation = !person.certain && known.organisations.names.has(mention.name);
  if (organisation) return other('organization', mention.name, subject.first, subject.last);
  const full = mention.name.split(' ').length >= person.words.length;
  return resolvedPerson(person, full ? 'explicit' : 'alias', subject.first, subject.last, person.certain ? 0 : 0.1);
}

/** The words with the fullest name of each person among them: "Ann Roe and Bo Lee" for "Roe and Lee". */
function namesInFull(article: Article, first: number, last: number): string {
  const parts: string[] = [];
  for (let at = first; at <= last; at++) {
    const mention = mentionStartingAt(article, at);
    if (mention?.person?.certain === true && mention.last <= last) {
      parts.push(mention.person.name);
      at = mention.last;
      if (lowerAt(article, at + 1) === '(') while (at < last && lowerAt(article, at) !== ')') at++;
    } else if (tokenAt(article, at).kind === 'word' || lowerAt(article, at) === ',')
      parts.push(tokenAt(article, at).text);
  }
  return parts.join(' ').replaceAll(' ,', ',');
}

/** True for a plain noun in the plural, as far as its form tells, that is no text: "oil companies". */
function isPluralNoun({ head, mention }: Subject): boolean {
  return mention === null && /[^aisu]s$/.test(head) && !DOCUMENT_HEADS.has(head) && !ORGANISATION_HEADS.has(head);
}

const ARTICLES = /^(?:the|a|an|his|her|its|their|our|my)$/;

/** The first word of the name that the phrase makes: without its article, unless only a count would be left, as of "a third of voters", "the rest". */
function startOfName(article: Article, { first, last, head }: Subject): number {
  const opener = lowerAt(article, first);
  if (first === last || !ARTICLES.test(opener)) return first;
  if (isBareCount(article, first + 1, last) || (head === 'some' && /^an?$/.test(opener))) return first;
  return first + 1;
}

function ofPhrase(article: Article, subject: Subject, known: Known): Resolved {
  const person = known.roles.find(article, subject);
  if (person !== null) return resolvedPerson(person, 'role', subject.first, subject.last, 0.02);
  const author = authorOf(article, subject, known);
  if (author !== null)
    return { ...author, resolution: 'alias', first: subject.first, last: subject.last, weakness: WEAK_PRONOUN };
  const former = /^the former /i.test(sliceOf(article, subject.first, subject.last))
    ? salient(article, subject, known)
    : null;
  if (former !== null) return resolvedPerson(former, 'role', subject.first, subject.last, FAR_PRONOUN);
  const bare = startOfName(article, subject);
  const name = sliceOf(article, bare, subject.last).replace(/\s+/g, ' ');
  const leader = subject.head === 'both' ? leaderOf(article, subject) : null;
  if (leader !== null) return resolvedPerson(leader, 'explicit', subject.first, subject.last, 0.05);
  if (subject.head === 'both') {
    const group = other('group', namesInFull(article, bare, subject.last), subject.first, subject.last);
    return { ...group, members: membersOf(article, subject, (one) => ofName(one, known)) };
  }
  if (GROUP_HEADS.has(subject.head) || isPluralRole(subject.head) || isPluralNoun(subject))
    return other('group', name, subject.first, subject.last);
  if (
    ORGANISATION_HEADS.has(subject.head) &&
    bare === subject.last &&
    (bare === subject.first || /^(?:the|this|that)$/.test(lowerAt(article, subject.first)))
  ) {
    const full = inShort(known, subject.head, subject) ?? byNoun(article, subject, known);
    if (full !== null) return full;
  }
  const whole = ORGANISATION_HEADS.has(subject.head)
    ? inShort(known, name.toLowerCase().replaceAll('’', "'"), subject)
    : null;
  if (whole !== null) return whole;
  if (ORGANISATION_HEADS.has(subject.head) && !/^an?$/.test(lowerAt(article, subject.first)))
    return other('organization', name, subject.first, subject.last);
  return other('unnamed', name, subject.first, subject.last);
}

/** Whom the subject of a statement means; `null` is an honest "unknown" ("I", "they", a "she" that fits nobody). */
export function resolveSubject(article: Article, subject: Subject, known: Known): Resolved | null {
  if (subject.kind !== 'pronoun' && isEpithet(article, subject)) {
    const meant = salient(article, subject, known, NEAREST);
    return meant === null ? null : resolvedPerson(meant, 'role', subject.first, subject.last, FAR_PRONOUN);
  }
  if (subject.kind === 'name') return ofName(subject, known);
  if (subject.kind === 'phrase') return ofPhrase(article, subject, known);
  if (subject.head === 'it' || subject.head === 'they') {
    const read = (main: Subject): Resolved | null => resolveSubject(article, main, known);
    const source = sourceOfPronoun(article, subject, known.spoken, read);
    if (source === null) return null;
    return { ...source, resolution: 'pronoun', first: subject.first, last: subject.last, weakness: WEAK_PRONOUN };
  }
  if (subject.head !== 'he' && subject.head !== 'she') return null;
  const unnamed = unnamedOfPronoun(article, subject, known.spoken);
  if (unnamed !== null)
    return { ...unnamed, resolution: 'pronoun', first: subject.first, last: subject.last, weakness: WEAK_PRONOUN };
  const found = personOfPronoun(article, subject, known);
  if (found === null) return null;
  const weakness =
    (found.person.gender === null ? WEAK_PRONOUN : 0) + (found.sentences > 2 ? FAR_PRONOUN : WEAK_PRONOUN);
  return resolvedPerson(found.person, 'pronoun', subject.first, subject.last, weakness);
}
