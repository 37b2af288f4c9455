import { type Article, lowerAt, tokenAt } from '../article.ts';
import { cueForm } from '../lexicon/cue-verbs.ts';
import { AUXILIARIES, PREPOSITIONS } from '../lexicon/function-words.ts';
import { wordSet } from '../lexicon/words.ts';
import { isCircumstance } from './circumstance.ts';
import { hasVerb, withinReach } from './clause-words.ts';
import type { ContentKind } from './content-start.ts';
import type { Cue } from './cues.ts';
import { leavesClause } from './leaving-clause.ts';
import { leavesObject, startsDeed, tellsWhen } from './object-end.ts';
import { sameSubject } from './subject.ts';
import { isQuoted, stepRight } from './walk.ts';

const AFTER_OBJECT = wordSet(
  'who which and but as while when after before where because though although even saying calling telling with so',
);

/** True where the words behind a quotation with a comma at its end begin something new. */
function endsWithQuotation(article: Article, at: number): boolean {
  const word = lowerAt(article, at);
  return (
    (AFTER_OBJECT.has(word) && !(word === 'and' && isQuoted(article, at + 1))) ||
    word === 'a' ||
    word === 'an' ||
    word.endsWith('ing')
  );
}

/** True where a phrase of time or place begins, which is no more of a name: "called it “a theft” on the radio". */
function leadsAway(article: Article, index: number): boolean {
  const word = lowerAt(article, index);
  return (PREPOSITIONS.has(word) && word !== 'of') || /^(?:when|while|because|as)$/.test(word);
}

/** True where a quotation with a comma at its end closes at the token. */
function closesWithComma(article: Article, index: number): boolean {
  const quotation = article.quotations[article.quotationAt[index] ?? -1];
  return quotation?.last === index && article.text[quotation.innerEnd - 1] === ',';
}

const NAMED = /^(?:it|him|her|them)$/;
const QUESTIONS = /^(?:how|why|whether|what)$/;
/** True for content that is a plain object: "rejected the offer". */
const isBare = (kind: ContentKind): boolean => kind === 'noun';

/** True for the second comma of "that Bo Lee, a pilot, would come": its clause has no verb before the first. */
function closesApposition(article: Article, first: number, at: number): boolean {
  let comma = first;
  while (comma < at && lowerAt(article, comma) !== ',') comma++;
  return comma < at && comma > first && !hasVerb(article, first, comma);
}

/** True where a participle's clause is over: the main verb follows a comma, or another participle stands beside it. */
function endsParticiple(article: Article, first: number, at: number, clause: boolean): boolean {
  const word = lowerAt(article, at);
  const next = lowerAt(article, at + 1);
  if (clause && word === ',' && closesApposition(article, first, at)) return false;
  if (word === ',' && !isQuoted(article, at + 1))
    return AUXILIARIES.has(next) || cueForm(next)?.form === 'past' || /^[a-z]{3,}ed$/.test(next);
  return !clause && word === 'and' && next.length > 4 && next.endsWith('ing');
}

/** The first token behind the content that starts at `first`: where a further verb of saying of the sentence, or an aside, cuts it off. */
export function limitOfContent(
  article: Article,
  cue: Cue,
  first: number,
  kind: ContentKind,
  cues: readonly Cue[],
  limit: number,
): number {
  const clause =
    kind === 'that' ||
    kind === 'clause' ||
    kind === 'question' ||
    kind === 'quote' ||
    (kind === 'speechNoun' &&
      withinReach(
        article,
        first,
        limit,
        6,
        (word) => word === 'that',
        () => false,
      ) > 0);
  const relative = /^(?:which|whom)$/.test(lowerAt(article, (cue.subject?.first ?? 0) - 1));
  let end = limit;
  if (cue.mood === 'participle' && cue.subject !== null && cue.subject.first > cue.last)
    end = Math.min(end, cue.subject.first - 1);
  for (const other of cues) {
    if (other.first <= first || other.first >= end) continue;
    const before = other.groupFirst - 1;
    const word = lowerAt(article, before);
    // "who calls it “a farce,” said": the verb of the main clause
    if (other.mood === 'finite' && before > first && closesWithComma(article, before)) end = Math.min(end, before + 1);
    else if (
      other.mood === 'participle' &&
      (word === ',' ||
        /^(?:before|while|after)$/.test(word) ||
        closesWithComma(article, before) ||
        ((word === 'and' || word === 'but') && lowerAt(article, other.last + 1) === 'that'))
    )
      end = Math.min(end, isQuoted(article, before) ? before + 1 : before);
    else if (
      other.mood === 'finite' &&
      other.shared &&
      (word === 'and' || word === 'but') &&
      sameSubject(other.subject, cue.subject) &&
      !other.frames.has('speechNoun')
    ) {
      const next = lowerAt(article, other.last + 1);
      if (
        !clause ||
        next === 'that' ||
        QUESTIONS.test(next) ||
        (other.frames.has('naming') && NAMED.test(next)) ||
        isQuoted(article, stepRight(article, other.last)) ||
        other.frames.has('clause')
      )
        end = Math.min(end, before);
    } else if (other.mood === 'finite' && !other.shared && other.subject !== null && other.subject.first > first) {
      const joiner = other.subject.first - 1;
      if (
        /^(?:but|while|and|though|although|as|;)$/.test(lowerAt(article, joiner)) &&
        /^[,;]$/.test(lowerAt(article, joiner - 1))
      )
        end = Math.min(end, joiner - 1);
      else if (lowerAt(article, joiner) === ';') end = Math.min(end, joiner);
      else if (
        lowerAt(article, joiner) === ',' &&
        (isCircumstance(article, other.last + 1, limit, other.frames.has('addressee')) ||
          isQuoted(article, other.last + 2))
      )
        end = Math.min(end, joiner);
    }
  }
  for (let at = isQuoted(article, first) ? first : stepRight(article, first); at < end; at = stepRight(article, at)) {
    const quotation = article.quotations[article.quotationAt[at] ?? -1];
    if (relative && quotation !== undefined && lowerAt(article, quotation.last + 1) === ',') return quotation.last + 1;
    if (
      quotation !== undefined &&
      quotation.last + 1 < end &&
      article.text[quotation.innerEnd - 1] === ',' &&
      endsWithQuotation(article, quotation.last + 1)
    )
      return quotation.last + 1;
    const close = quotation?.last ?? (at > first + 1 && tokenAt(article, at).kind === 'quote' ? at : -1);
    if (kind === 'naming' && close >= first && close + 1 < end && at > first && leadsAway(article, close + 1))
      return close + 1;
    const word = lowerAt(article, at);
    if (isBare(kind) && at > first && (leavesObject(article, at, end) || tellsWhen(article, at, end))) return at;
    if (cue.mood === 'participle' && endsParticiple(article, first, at, clause)) return at;
    if (!clause && (word === 'and' || word === 'but') && at > first + 1 && startsDeed(article, at + 1)) return at;
    if (clause && leavesClause(article, at, end)) return at;
    if (word !== ',' && word !== ';' && word !== '—' && word !== '--' && word !== '–') continue;
    const next = lowerAt(article, at + 1);
    if (next === 'according' && lowerAt(article, at + 2) === 'to') return at;
    // ", and when asked why, she said"
    if (/^(?:and|but)$/.test(next) && lowerAt(article, at + 2) === 'when' && lowerAt(article, at + 3) === 'asked')
      return at;
    if ((cue.subordinate || relative) && word === ',' && !isQuoted(article, at + 1)) return at;
    if (!clause && (AFTER_OBJECT.has(next) || next.endsWith('ing'))) return at;
  }
  return end;
}
