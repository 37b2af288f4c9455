import { type Article, lowerAt } from '../article.ts';
import { mentionStartingAt, type Subject, subjectOfMention } from '../grammar/subject.ts';
import type { Resolved } from './resolved.ts';

/** What may stand before a name that is one of several: "the envoys, Ann Roe, Bo Lee and former mayor Carl Moe". */
const BESIDE = /^(?:,|and|the|his|her|their|including|former|both|like|—|–|--)$/;

/** The named persons and houses of a list, each as a subject of its own: "Ann Roe" and "Bo Lee", and not "Kalvik" in "Ann Roe of Kalvik and Bo Lee". */
function namesOf(article: Article, { first, last }: Subject): Subject[] {
  const names: Subject[] = [];
  for (let at = first; at <= last; at++) {
    const mention = mentionStartingAt(article, at);
    if (mention === null || mention.last > last) continue;
    const leads = at === first || BESIDE.test(lowerAt(article, at - 1));
    if (leads && mention.kind !== 'role') names.push(subjectOfMention(mention));
    at = mention.last;
  }
  return names;
}

/** Everybody named in "Ann Roe and Bo Lee", once each, in order; words without a name among them ("and others") give nobody. */
export function membersOf(article: Article, subject: Subject, read: (one: Subject) => Resolved | null): Resolved[] {
  const members = new Map<string, Resolved>();
  const names = namesOf(article, subject);
  for (const name of names) {
    const found = read(name);
    if (found !== null && (found.kind === 'person' || found.kind === 'organization') && !members.has(found.name))
      members.set(found.name, found);
  }
  const all = [...members.values()];
  // "the Institute for Science and Security" is one house
  const persons = all.some(({ kind }) => kind === 'person');
  const houses = names.every(({ first }) => lowerAt(article, first - 1) === 'the' || lowerAt(article, first) === 'the');
  return persons || houses ? all : [];
}

/** Those who said it together, each with the words that name them all; anybody else alone. */
export function eachOf(found: Resolved): Resolved[] {
  const { members = [], first, last, weakness, resolution } = found;
  if (members.length === 0) return [found];
  const pronoun = resolution === 'pronoun' ? { resolution } : {};
  return members.map((member) => ({
    ...member,
    first,
    last,
    weakness: Math.max(weakness, member.weakness),
    ...pronoun,
  }));
}
