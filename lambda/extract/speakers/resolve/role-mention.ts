import { fold } from '../../../common/fold.ts';
import type { Article } from '../article.ts';
import { lowerAt, sliceOf } from '../article.ts';
import type { Subject } from '../grammar/subject.ts';
import { isRoleHead } from '../lexicon/roles.ts';
import { wordSet } from '../lexicon/words.ts';
import type { Person } from '../mentions/mention.ts';

const DEFINITE = /^(?:the|this|that|his|her|their|its|our|my)$/;
const EMPTY = wordSet(
  'the this that his her their its our my of for and in at to former then current outgoing new longtime then',
);
const SAME = new Map(
  Object.entries({
    sen: 'senator',
    gov: 'governor',
    rep: 'representative',
    congressman: 'representative',
    congresswoman: 'representative',
    lawmaker: 'representative',
    gen: 'general',
    prof: 'professor',
    pres: 'president',
    spokesperson: 'spokesman',
    spokeswoman: 'spokesman',
    chairwoman: 'chairman',
    chairperson: 'chairman',
    chair: 'chairman',
    defence: 'defense',
    secretarygeneral: 'secretary',
  }),
);
const FURTHEST_MENTIONS = 400;

const roleWords = (text: string): string[] =>
  fold(text)
    .split(' ')
    .filter((word) => word !== '' && !EMPTY.has(word))
    .map((word) => SAME.get(word) ?? word);

const lastMentionBefore = (person: Person, token: number): number => {
  let best = -1;
  for (const { first } of person.mentions.slice(0, FURTHEST_MENTIONS)) if (first < token && first > best) best = first;
  return best;
};

/** The person whose known role the words of a title name: "the minister", "The NATO Secretary General"; `null` where none or no single one fits. */
export function personByRole(article: Article, subject: Subject, persons: readonly Person[]): Person | null {
  const opener = lowerAt(article, subject.first);
  if (!DEFINITE.test(opener) && subject.mention?.kind !== 'role') return null;
  const phrase = roleWords(sliceOf(article, subject.first, subject.last));
  const heads = phrase.filter((word) => isRoleHead(word));
  if (heads.length === 0) return null;
  let best: Person | null = null;
  let bestScore = 0;
  for (const person of persons) {
    const known = new Set(person.roles.flatMap(roleWords));
    if (person.affiliation !== null) for (const word of roleWords(person.affiliation)) known.add(word);
    if (known.size === 0 || !heads.every((head) => known.has(head))) continue;
    const seen = lastMentionBefore(person, subject.first);
    if (seen < 0) continue;
    const matched = phrase.filter((word) => known.has(word)).length;
    // "the French president" is not the president of another country
    if (matched < phrase.length && known.size > heads.length) continue;
    const score = matched * 1e9 + seen;
    if (score > bestScore) [best, bestScore] = [person, score];
  }
  return best;
}
