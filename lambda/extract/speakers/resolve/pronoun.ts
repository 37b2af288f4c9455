import { type Article, lowerAt, tokenAt } from '../article.ts';
import { mainSubject } from '../grammar/find-subject.ts';
import { mentionStartingAt, type Subject } from '../grammar/subject.ts';
import { DETERMINERS } from '../lexicon/function-words.ts';
import type { Mention, Person } from '../mentions/mention.ts';

const FURTHEST_SENTENCES = 12;
const ASKED = /^(?:asked|pressed|questioned|quizzed)$/;

/** True where nothing speaks against the person being meant by the pronoun. */
export function agrees(person: Person, pronoun: string): boolean {
  return person.gender === null || person.gender === (pronoun === 'she' ? 'female' : 'male');
}

/** Whom "he" and "she" may mean. */
export interface Speakers {
  /** Persons who spoke in each sentence so far, in order. */
  bySentence: ReadonlyMap<number, Person[]>;
  /** The persons that are the subject of a whole sentence, as far as they were asked for. */
  subjects: Map<number, Person | null>;
}

/** The person that is the subject of a whole sentence; each is looked for once. */
function subjectOfWhole(article: Article, index: number, subjects: Map<number, Person | null>): Person | null {
  const known = subjects.get(index);
  if (known !== undefined) return known;
  const person = subjectPerson(article, index, Number.POSITIVE_INFINITY);
  subjects.set(index, person);
  return person;
}

/** "Ann Roe's plan has failed": the person who owns the subject that opens the sentence, or `null`. */
function ownerOfSubject(article: Article, first: number, limit: number): Mention | null {
  const at = DETERMINERS.has(lowerAt(article, first)) ? first + 1 : first;
  const mention = mentionStartingAt(article, at);
  return mention !== null && mention.last < limit && tokenAt(article, mention.last + 1).kind === 'possessive'
    ? mention
    : null;
}

/** The person whose name follows the office as its apposition: "The Minister for Ports, Mr. Bo Lee, seconded it"; any other mention itself. */
function bearerOf(article: Article, mention: Mention | null): Mention | null {
  if (mention?.kind !== 'role' || lowerAt(article, mention.last + 1) !== ',') return mention;
  const at = DETERMINERS.has(lowerAt(article, mention.last + 2)) ? mention.last + 3 : mention.last + 2;
  const named = mentionStartingAt(article, at);
  return named?.kind === 'person' && named.role === mention.role ? named : mention;
}

/** The person that is the subject of a sentence, as far as it stands before `limit`, or `null`. */
function subjectPerson(article: Article, index: number, limit: number): Person | null {
  const sentence = article.sentences[index];
  if (sentence === undefined) return null;
  // "Asked whether Bo Lee was fit, he said": whoever was asked, and not whom the question names
  if (Number.isFinite(limit) && ASKED.test(lowerAt(article, sentence.first))) return null;
  const subject = mainSubject(article, sentence.first, Math.min(sentence.last, limit));
  const mention = bearerOf(article, subject?.mention ?? null) ?? ownerOfSubject(article, sentence.first, limit);
  return mention?.person !== null && mention?.person?.certain === true ? mention.person : null;
}

/** "While she said so, Ann Roe …": the person who opens the main clause behind a subordinate one with the pronoun, or `null`. */
function personAhead(article: Article, index: number, pronoun: Subject): Person | null {
  const sentence = article.sentences[index];
  if (sentence === undefined || pronoun.first - sentence.first > 2) return null;
  if (!/^(?:while|when|as|after|before|although|though|since)$/.test(lowerAt(article, sentence.first))) return null;
  for (let at = pronoun.first; at < sentence.last; at++) {
    if (lowerAt(article, at) !== ',') continue;
    const mention = mentionStartingAt(article, at + 1);
    return mention?.person?.certain === true && agrees(mention.person, pronoun.head) ? mention.person : null;
  }
  return null;
}

/** The one person of a sentence whose gender is known to be that of the pronoun: "Ann Roe met Bo Lee. He said …"; `null` for none or several. */
function onlyOfGender(article: Article, index: number, pronoun: string): Person | null {
  const sentence = article.sentences[index];
  let found: Person | null = null;
  for (let at = sentence?.first ?? 0; at < (sentence?.last ?? 0); at++) {
    const person = mentionStartingAt(article, at)?.person ?? null;
    if (person?.certain !== true || person.gender !== (pronoun === 'she' ? 'female' : 'male') || person === found)
      continue;
    if (found !== null) return null;
    found = person;
  }
  return found;
}

/** The person that "he" or "she" at `subject` means: who was subject or spoke last, sentence by sentence backwards, and agrees in gender; else `null`. */
export function personOfPronoun(
  article: Article,
  subject: Subject,
  speakers: Speakers,
): { person: Person; sentences: number } | null {
  const here = article.sentenceAt[subject.first] ?? -1;
  const ahead = personAhead(article, here, subject);
  if (ahead !== null) return { person: ahead, sentences: 0 };
  for (let back = 0; back <= FURTHEST_SENTENCES && here - back >= 0; back++) {
    const index = here - back;
    const spoke = speakers.bySentence.get(index)?.findLast((person) => agrees(person, subject.head));
    if (spoke !== undefined && back > 1) return { person: spoke, sentences: back };
    const person =
      back === 0 ? subjectPerson(article, index, subject.first) : subjectOfWhole(article, index, speakers.subjects);
    const unsure = person === null || !agrees(person, subject.head) || person.gender === null;
    if (back === 1 && spoke === undefined && unsure) {
      const object = onlyOfGender(article, index, subject.head);
      if (object !== null) return { person: object, sentences: back };
    }
    if (person !== null && agrees(person, subject.head)) return { person, sentences: back };
    if (spoke !== undefined) return { person: spoke, sentences: back };
  }
  return null;
}
