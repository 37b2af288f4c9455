import { type Article, lowerAt, tokenAt } from '../article.ts';
import { LISTENERS, OCCASIONS } from '../lexicon/cue-nouns.ts';
import { cueForm } from '../lexicon/cue-verbs.ts';
import { ADVERBS, AUXILIARIES, FUNCTION_WORDS, isManner, PREPOSITIONS } from '../lexicon/function-words.ts';
import { DOCUMENT_HEADS, GROUP_HEADS } from '../lexicon/organisations.ts';
import { isPluralRole } from '../lexicon/roles.ts';
import { wordSet } from '../lexicon/words.ts';
import { canSpeak } from './noun-phrase.ts';
import { isPlainNoun } from './opening-subject.ts';
import { isNobody } from './quantity.ts';
import type { Subject } from './subject.ts';
import { isQuoted } from './walk.ts';

/** The form that a verb stands in. */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'ing';

const CATENATIVES =
  wordSet(`went go goes going continued continues continue took takes taking used uses using sought seeks rushed rushes quick began begins
  begun moved moves tried tries jumped returned turned pains careful hastened stood rose interrupted paused speech interview twitter statement appearance
  event press stage facebook time opportunity occasion chance way`);
const GERUND_VERBS = wordSet(
  'keep kept keeps keeping continue continued continues start started starts begin began begins begun spent spend spends avoided finished while before after',
);
const CATENATIVE_WITHIN = 7;
const REFUSALS = wordSet(
  'declined refused failed declines refuses fails declining refusing failing unable unwilling reluctant hesitated hesitate wants wanted hopes hoped ready',
);

/** True where the "to" at `to` follows words of going about to speak ("went on to", "used the speech to") and no refusal. */
export function leadsToSpeech(article: Article, to: number, lowest: number): boolean {
  let leads = false;
  for (let at = to - 1; at >= lowest && to - at <= CATENATIVE_WITHIN; at--) {
    const word = lowerAt(article, at);
    if (REFUSALS.has(word) || word === 'not' || word.endsWith("n't")) return false;
    leads ||= CATENATIVES.has(word);
  }
  return leads;
}

/** True where the form in -ing at `at` + 1 says what the plain noun before it does: "a memo saying", "rivals promising", and not "told reporters saying". */
export function modifiesNoun(article: Article, at: number, lowest: number): boolean {
  const token = tokenAt(article, at);
  if (at <= lowest || token.kind !== 'word' || isQuoted(article, at)) return token.kind === 'number';
  const word = token.lower;
  if (FUNCTION_WORDS.has(word) || PREPOSITIONS.has(word) || ADVERBS.has(word) || isManner(word)) return false;
  if (LISTENERS.has(word) || OCCASIONS.has(word) || GERUND_VERBS.has(word)) return false;
  return true;
}

/** True where the words before the subject open a clause of its own: a joining word, a semicolon, or a comma behind a quotation. */
export function startsClause(article: Article, first: number, earlier: number): boolean {
  const before = lowerAt(article, first - 1);
  if (before === ';' || before === 'but' || before === 'while' || isQuoted(article, first - 1)) return true;
  return before === 'and' && /^[,;]$/.test(lowerAt(article, first - 2)) && earlier > 0;
}

const NOUNS_TOO = wordSet(
  'attacks remarks states claims challenges charges reports questions demands comments calls notes talks promises pledges praises estimates posts jokes complaints answers offers concerns proposes teaches shows',
);
/** A plain noun, which for "say" needs to be no more than that: "companies say", "the presidency said". */
const NAMED_THING = /^(?!none$)[a-z-]{4,}$/;
const HUMAN =
  /^(?!easier$|sooner$|better$|fewer$|rather$|further$|longer$|larger$|smaller$|higher$|lower$|greater$|number$|matter$|power$|water$|weather$|order$|letter$|offer$|factor$).*(?:er|or|ist|ian|ant|ee|ers|ors|ists|ians|ants|ees|men|women|man|woman|mate|mates)$/;

const SHOWING = wordSet(
  'suggest indicate imply show reveal recall signal hint reflect underscore underline highlight read confirm predict',
);

/** True where "it" may stand for an organisation or a text that says something: it opens its clause, and the verb is not one of showing. */
function mayMeanSpeaker(article: Article, subject: Subject, at: number): boolean {
  const sentence = article.sentences[article.sentenceAt[subject.first] ?? -1];
  const before = lowerAt(article, subject.first - 1);
  const opens =
    subject.first === sentence?.first ||
    isQuoted(article, subject.first - 1) ||
    /^(?:[,;:—–]|but|and|while)$/.test(before);
  return (
    opens && !AUXILIARIES.has(lowerAt(article, at)) && !SHOWING.has(cueForm(lowerAt(article, at))?.verb.lemma ?? '')
  );
}

/** True where such a subject can speak, and agrees with the form of its verb: "officials claim", not "the claim". */
export function fits(article: Article, subject: Subject, form: VerbForm, at: number, bare: boolean): boolean {
  if (subject.kind === 'phrase' && subject.mention === null && isNobody(article, subject.first)) return false;
  const says =
    cueForm(lowerAt(article, at))?.verb.lemma === 'say' &&
    NAMED_THING.test(subject.head) &&
    lowerAt(article, subject.last + 1) !== ',' &&
    isPlainNoun(article, subject, article.sentences[article.sentenceAt[at] ?? -1]?.first ?? 0);
  if (
    subject.kind === 'phrase' &&
    subject.mention === null &&
    subject.head !== 'both' &&
    !says &&
    !canSpeak(subject.head) &&
    !HUMAN.test(subject.head)
  )
    return false;
  if (form === 'third' && subject.head === 'some' && !says) return false;
  if (subject.kind === 'pronoun' && /^(?:you|who)$/.test(subject.head)) return false;
  if (subject.head === 'it' && subject.kind === 'pronoun' && !mayMeanSpeaker(article, subject, at)) return false;
  // "Paris attacks", "Wall Street remarks in public": a plural noun, where nobody human stands before it
  if (
    form === 'third' &&
    bare &&
    NOUNS_TOO.has(lowerAt(article, at)) &&
    subject.kind === 'name' &&
    subject.mention?.person?.certain !== true
  )
    return false;
  if (form === 'third' && subject.kind === 'phrase' && subject.mention === null && !says && !canSpeak(subject.head))
    return false;
  // "a video posted on Monday", "a firm called Kalvik": what was done to it, not what it says
  if (bare && form === 'past' && subject.kind === 'phrase' && subject.mention === null) {
    if (DOCUMENT_HEADS.has(subject.head) && PREPOSITIONS.has(lowerAt(article, at + 1))) return false;
    if (
      /^(?:of|for|as)$/.test(lowerAt(article, at + 1)) &&
      /^(?:accused|blamed|praised|criticized|criticised|described|hailed|mocked|condemned|thanked)$/.test(
        lowerAt(article, at),
      )
    )
      return false;
    if (/^(?:called|named|dubbed|titled)$/.test(lowerAt(article, at)) && /^an?$/.test(lowerAt(article, subject.first)))
      return false;
  }
  if (!bare || (form !== 'base' && form !== 'third')) return true;
  const plural =
    subject.kind === 'pronoun'
      ? /^(?:they|we|i|you|who)$/.test(subject.head)
      : subject.kind === 'phrase' &&
        (subject.head === 'both' ||
          GROUP_HEADS.has(subject.head) ||
          isPluralRole(subject.head) ||
          subject.head.endsWith('s'));
  return form === 'base' ? plural : !plural || subject.head === 'who' || tokenAt(article, subject.last).kind !== 'word';
}
