import type { Article } from '../article.ts';
import { lowerAt, tokenAt } from '../article.ts';
import { cueForm } from '../lexicon/cue-verbs.ts';
import { FUNCTION_WORDS } from '../lexicon/function-words.ts';
import { wordSet } from '../lexicon/words.ts';
import { honorificAt } from './honorific.ts';

/** After these, "of" and a capital carry the name on: "Department of Justice". */
export const BEFORE_OF =
  wordSet(`department ministry university secretary minister house bank committee council board bureau institute office center centre
  chamber court director head school college academy church board speaker attorney general bishop archbishop prince duke duchess chief commissioner
  president league union institute museum society association federation republic embassy consulate mission delegation kingdom state sultanate emirate
  district region province city county town port authority company corporation organisation organization agency foundation confederation parliament fund`);

const AMBIGUOUS = wordSet(
  'will may mark june april august first second police people women men children workers media',
);

/** Given names that are words too: a sentence that they open goes on with a verb where they are names. */
const NAMES_AND_WORDS = wordSet('will may mark june april august');

/** Arabic names with their article: "al-Nasser". */
const ARTICLED = /^(?:al|el|ul|as|ash|an|ar|at|az|ad)-\p{Lu}/u;

const MONTHS = wordSet('march april may june august jan jan. mar mar.');

const MONTH_OPENERS = wordSet('in late early mid last next this since until by of through from before after on');

/** True where a sentence or a quotation starts at `index`, so that a capital means little. */
export const opensSentence = (article: Article, index: number): boolean => {
  const sentence = article.sentences[article.sentenceAt[index] ?? -1];
  const before = tokenAt(article, index - 1);
  return sentence?.first === index || before.kind === 'quote' || /^[.!?:…(]$/.test(before.text);
};

/** True for a verb of saying in a headline's capitals, behind the name that is its subject. */
export const isHeadlineVerb = (article: Article, index: number): boolean => {
  const form = cueForm(lowerAt(article, index))?.form;
  return (
    (form === 'third' || form === 'past') &&
    (tokenAt(article, index - 1).kind === 'word' || lowerAt(article, index - 1) === ',')
  );
};

export const mayBeName = (article: Article, index: number): boolean => {
  const token = tokenAt(article, index);
  if (!token.capital) return ARTICLED.test(token.text);
  if (
    MONTHS.has(token.lower) &&
    (MONTH_OPENERS.has(lowerAt(article, index - 1)) || tokenAt(article, index + 1).kind === 'number')
  )
    return false;
  if (article.headline[article.sentenceAt[index] ?? -1] === 1 && isHeadlineVerb(article, index)) return false;
  const bare = token.lower.endsWith('.') && token.text.length > 2 ? token.lower.slice(0, -1) : token.lower;
  if (!FUNCTION_WORDS.has(bare)) return true;
  if (token.text === 'HE' && honorificAt(article, index) !== null) return tokenAt(article, index + 1).capital;
  if (
    !AMBIGUOUS.has(token.lower) ||
    !tokenAt(article, index + 1).capital ||
    FUNCTION_WORDS.has(lowerAt(article, index + 1))
  )
    return false;
  if (!opensSentence(article, index)) return true;
  const form = cueForm(lowerAt(article, index + 2))?.form;
  return (
    NAMES_AND_WORDS.has(token.lower) && (form === 'past' || form === 'third' || lowerAt(article, index + 2) === ',')
  );
};
