import type { SpeakerKind } from '../../../model/speaker.ts';
import type { Article } from '../article.ts';
import { lowerAt, sliceOf } from '../article.ts';
import { mainSubject } from '../grammar/find-subject.ts';
import { mentionStartingAt, type Subject } from '../grammar/subject.ts';
import { meansAny } from '../lexicon/organisation-nouns.ts';
import { NATIONAL_NOUNS, NATIONALITIES } from '../lexicon/roles.ts';
import type { Person } from '../mentions/mention.ts';
import type { Known } from './known.ts';
import { personOfPronoun } from './pronoun.ts';
import type { Resolved } from './resolved.ts';

const NEAR = 3;

const DOCUMENTS =
  /^(?:statement|release|report|letter|memo|notice|announcement|communique|communiqué|bulletin|post|note|email)$/;

export const other = (
  kind: SpeakerKind,
  name: string,
  first: number,
  last: number,
  resolution: Resolved['resolution'] = 'explicit',
): Resolved => ({
  person: null,
  kind,
  name,
  role: null,
  affiliation: null,
  resolution,
  first,
  last,
  weakness: 0,
});

/** The organisation that "the airline" means: by its name, or whatever organisation was the subject or spoke last. */
export function byNoun(article: Article, subject: Subject, known: Known): Resolved | null {
  const found = known.organisations.findByNoun(subject.head, subject.first);
  if (found !== null) return other('organization', found, subject.first, subject.last, 'alias');
  if (!meansAny(subject.head)) return null;
  const here = article.sentenceAt[subject.first] ?? -1;
  for (let back = 0; back <= NEAR && here - back >= 0; back++) {
    const spoke = known.spoken
      .get(here - back)
      ?.findLast((one) => one.kind === 'organization' && /\p{Lu}/u.test(one.name));
    if (spoke !== undefined && spoke.first < subject.first)
      return { ...spoke, resolution: 'alias', first: subject.first, last: subject.last };
    const sentence = article.sentences[here - back];
    const main =
      sentence === undefined ? null : mainSubject(article, sentence.first, back === 0 ? subject.first : sentence.last);
    const mention = main?.mention;
    if (mention == null || mention.kind === 'role' || mention.kind === 'place' || mention.person?.certain === true)
      continue;
    return other('organization', mention.name.replace(/^the\s+/i, ''), subject.first, subject.last, 'alias');
  }
  return null;
}

/** Who said something in a statement or report that is named again: "…, the army said in a statement. The statement said …". */
export function authorOf(article: Article, subject: Subject, known: Known): Resolved | null {
  if (!DOCUMENTS.test(subject.head) || lowerAt(article, subject.first) !== 'the' || subject.last !== subject.first + 1)
    return null;
  const here = article.sentenceAt[subject.first] ?? -1;
  for (let back = 1; back <= NEAR && here - back >= 0; back++) {
    const spoke = known.spoken.get(here - back)?.findLast(({ kind }) => kind === 'person' || kind === 'organization');
    const sentence = article.sentences[here - back];
    if (spoke === undefined || sentence === undefined) continue;
    for (let at = sentence.first; at < sentence.last; at++) if (lowerAt(article, at) === subject.head) return spoke;
  }
  return null;
}

/** The one person that "the former minister" can mean: who spoke or was subject last, at most so many sentences before, if "he" and "she" don't mean two. */
export function salient(
  article: Article,
  subject: Subject,
  known: Known,
  furthest = Number.POSITIVE_INFINITY,
): Person | null {
  const [he, she] = ['he', 'she'].map((head) => {
    const found = personOfPronoun(article, { ...subject, head }, known);
    return found !== null && found.sentences <= furthest ? found.person : null;
  });
  return he === null || she === null || he === she ? (he ?? she ?? null) : null;
}

const AGED = /^(?:\d{1,3}|[a-z]+)-year-old$/;

/** True for one person by nation or age: "the Dane", "the Portuguese", "the 29-year-old". */
export function isEpithet(article: Article, { first, last }: Subject): boolean {
  const the = lowerAt(article, first) === 'the' ? first : first - 1;
  if (lowerAt(article, the) !== 'the') return false;
  const words = sliceOf(article, the + 1, last).toLowerCase();
  return (
    AGED.test(words) ||
    NATIONAL_NOUNS.has(words) ||
    (NATIONALITIES.has(words) && !/^[a-z]/.test(sliceOf(article, last, last)))
  );
}

/** The person of "Ann Roe and her team", who speaks for those who have no name. */
export function leaderOf(article: Article, { first, last }: Subject): Person | null {
  const mention = mentionStartingAt(article, first);
  if (mention?.person?.certain !== true || lowerAt(article, mention.last + 1) !== 'and') return null;
  for (let at = mention.last + 2; at <= last; at++) if (article.mentionAt[at] !== -1) return null;
  return mention.person;
}
