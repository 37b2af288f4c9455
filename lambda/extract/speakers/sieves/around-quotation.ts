import type { Quotation } from '../../../common/text/quotations.ts';
import { type Article, lowerAt, tokenAt } from '../article.ts';
import type { Cue } from '../grammar/cues.ts';
import { nounPhraseAfter } from '../grammar/noun-phrase.ts';
import { type Subject, subjectOfMention } from '../grammar/subject.ts';
import { isQuoted } from '../grammar/walk.ts';
import { BREAKS, DETERMINERS } from '../lexicon/function-words.ts';

const LONGEST_PHRASE = 10;
const PAUSE = /^(?:,|—|–|-|--)$/;

/** A quotation's neighbourhood: where its sentence goes on behind it. */
export interface Behind {
  /** First token behind the quotation and its comma. */
  first: number;
  /** End of the stretch, exclusive: the next quotation or the end of the sentence. */
  limit: number;
  sentence: number;
  /** True where a comma or other pause stands inside or behind the closing mark. */
  pause: boolean;
}

/** The last mark or letter inside a quotation, before the marks of any quotation in it. */
export function lastMark(article: Article, quotation: Quotation): string {
  let at = quotation.innerEnd - 1;
  while (at > quotation.innerStart && /[\s'’]/.test(article.text[at] ?? '')) at--;
  return article.text[at] ?? '';
}

/** The stretch behind a quotation in which its attribution may stand; after "?" and "!" that may be the next sentence. */
export function behind(article: Article, index: number): Behind | null {
  const quotation = article.quotations[index];
  if (quotation === undefined) return null;
  const end = lastMark(article, quotation);
  let sentence = article.sentenceAt[quotation.last] ?? -1;
  let first = quotation.last + 1;
  const own = article.sentences[sentence];
  if (own === undefined) return null;
  if (first >= own.last) {
    const next = article.sentences[sentence + 1];
    if (next === undefined || next.paragraph !== own.paragraph || !/[?!…]/.test(end)) return null;
    sentence++;
  }
  let pause = /[,?!…—–.-]/.test(end);
  while (PAUSE.test(lowerAt(article, first))) {
    first++;
    pause = true;
  }
  const last = article.sentences[sentence]?.last ?? first;
  let limit = first;
  while (limit < last && !isQuoted(article, limit)) limit++;
  return first < limit ? { first, limit, sentence, pause } : null;
}

/** The name behind any noun phrase and a comma: "said another passenger, Ann Roe", or `null`. */
export function nameBehindPhrase(article: Article, at: number, limit: number): Subject | null {
  if (!DETERMINERS.has(lowerAt(article, at))) return null;
  for (let index = at + 1; index < limit && index - at < LONGEST_PHRASE; index++) {
    if (lowerAt(article, index) !== ',') {
      if (BREAKS.has(lowerAt(article, index))) return null;
      continue;
    }
    const named = article.mentions[article.mentionAt[index + 1] ?? -1];
    return named?.kind === 'person' && named.first === index + 1 ? subjectOfMention(named) : null;
  }
  return null;
}

/** The subject behind the verb, as in "said Ann Roe, a baker", or `null`. */
export function subjectAfter(article: Article, cue: Cue, limit: number): Subject | null {
  const at = cue.last + 1;
  if (at >= limit) return null;
  const word = lowerAt(article, at);
  if (word === 'he' || word === 'she') return { kind: 'pronoun', first: at, last: at, mention: null, head: word };
  const subject = nounPhraseAfter(article, at, limit) ?? nameBehindPhrase(article, at, limit);
  if (subject !== null && subject.kind === 'phrase') {
    // "said the ministry's spokeswoman, Ann Roe"
    const named = article.mentions[article.mentionAt[subject.last + 2] ?? -1];
    if (lowerAt(article, subject.last + 1) === ',' && named?.kind === 'person' && named.first === subject.last + 2)
      return subjectOfMention(named);
  }
  return subject;
}

/** The first verb of saying in a stretch, or `undefined`. */
export function firstCue(cues: readonly Cue[], first: number, limit: number): Cue | undefined {
  return cues.find((cue) => cue.first >= first && cue.first < limit);
}

/** True where the words before `index` in its sentence are not needed to understand it: none, or only a joining word. */
export function startsSentence(article: Article, index: number): boolean {
  const sentence = article.sentences[article.sentenceAt[index] ?? -1];
  if (sentence === undefined) return false;
  return (
    index <= sentence.first + 1 &&
    (index === sentence.first ||
      tokenAt(article, sentence.first).kind !== 'word' ||
      /^(?:and|but|so|or|yet)$/.test(lowerAt(article, sentence.first)))
  );
}
