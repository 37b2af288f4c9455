import { type Article, lowerAt } from '../article.ts';
import { mainSubject } from '../grammar/find-subject.ts';
import type { Subject } from '../grammar/subject.ts';
import { DOCUMENT_HEADS, PERSON_HEADS } from '../lexicon/organisations.ts';
import { genderOfRole, isRoleHead } from '../lexicon/roles.ts';
import { wordSet } from '../lexicon/words.ts';
import type { Resolved } from './resolved.ts';

const FURTHEST_SENTENCES = 2;
/** Words by which somebody is met for the first time. */
const INTRODUCING = wordSet('a an another');

/** What a noun that is an organisation, a group or a text means, as far as the document tells. */
export type ReadSubject = (subject: Subject) => Resolved | null;

function agrees(found: Resolved, pronoun: string): boolean {
  if (pronoun === 'they') return found.kind === 'group';
  const head = found.name.slice(found.name.lastIndexOf(' ') + 1).toLowerCase();
  return (
    found.kind === 'organization' || (found.kind === 'unnamed' && !PERSON_HEADS.has(head) && DOCUMENT_HEADS.has(head))
  );
}

/** The person newly met and without a name that "he" or "she" at `subject` means: who spoke last, here or in the sentence before, while nobody was named since; else `null`. */
export function unnamedOfPronoun(
  article: Article,
  subject: Subject,
  spoken: ReadonlyMap<number, Resolved[]>,
): Resolved | null {
  const here = article.sentenceAt[subject.first] ?? -1;
  const spoke = spoken.get(here)?.at(-1) ?? spoken.get(here - 1)?.at(-1);
  if (spoke?.kind !== 'unnamed' || spoke.last >= subject.first) return null;
  if (!INTRODUCING.has(lowerAt(article, spoke.first)) && !INTRODUCING.has(lowerAt(article, spoke.first - 1)))
    return null;
  const head = spoke.name
    .toLowerCase()
    .split(' ')
    .find((word) => isRoleHead(word) || PERSON_HEADS.has(word));
  if (head === undefined) return null;
  const gender = genderOfRole(head);
  if (gender !== null && gender !== (subject.head === 'she' ? 'female' : 'male')) return null;
  for (let at = spoke.last + 1; at < subject.first; at++)
    if (article.mentions[article.mentionAt[at] ?? -1]?.person?.certain === true) return null;
  return spoke;
}

/** Whom "it" or "they" at `subject` means: the organisation, text or group that spoke or was subject last, within two sentences; else `null`. */
export function sourceOfPronoun(
  article: Article,
  subject: Subject,
  spoken: ReadonlyMap<number, Resolved[]>,
  read: ReadSubject,
): Resolved | null {
  const here = article.sentenceAt[subject.first] ?? -1;
  for (let back = 0; back <= FURTHEST_SENTENCES && here - back >= 0; back++) {
    const sentence = article.sentences[here - back];
    const spoke = spoken.get(here - back)?.at(-1);
    if (spoke !== undefined) return agrees(spoke, subject.head) ? spoke : null;
    if (sentence === undefined) return null;
    const main = mainSubject(article, sentence.first, back === 0 ? subject.first : sentence.last);
    const found = main === null || main.kind === 'pronoun' ? null : read(main);
    if (found !== null && agrees(found, subject.head)) return found;
    if (found?.kind === 'person') return null;
  }
  return null;
}
