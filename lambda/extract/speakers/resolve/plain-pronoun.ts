import type { Article } from '../article.ts';
import { mainSubject } from '../grammar/find-subject.ts';
import type { Subject } from '../grammar/subject.ts';
import { DOCUMENT_HEADS } from '../lexicon/organisations.ts';
import type { Resolved } from './resolved.ts';

const FURTHEST_SENTENCES = 2;

/** What a noun that is an organisation, a group or a text means, as far as the document tells. */
export type ReadSubject = (subject: Subject) => Resolved | null;

function agrees(found: Resolved, pronoun: string): boolean {
  if (pronoun === 'they') return found.kind === 'group';
  const head = found.name.slice(found.name.lastIndexOf(' ') + 1).toLowerCase();
  return found.kind === 'organization' || (found.kind === 'unnamed' && TEXTS.test(head) && DOCUMENT_HEADS.has(head));
}

/** Texts that say something, other than the persons among those heads. */
const TEXTS = /^(?!source|insider|person|man|woman|someone|one|official|voter|caller|member)/;

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
