import type { Article } from '../article.ts';
import { lowerAt, tokenAt } from '../article.ts';
import { mentionStartingAt, type Subject, subjectOfMention } from '../grammar/subject.ts';
import { isQuoted } from '../grammar/walk.ts';
import { FUNCTION_WORDS } from '../lexicon/function-words.ts';
import { wordSet } from '../lexicon/words.ts';

/** A paragraph behind a label, as tokens, both included. */
export interface Turn {
  subject: Subject;
  /** The label in lower case. */
  label: string;
  first: number;
  last: number;
  sentence: number;
  /** The last sentence of its paragraph. */
  until: number;
  /** True where its words show that somebody talks. */
  talks: boolean;
}

/** Labels of turns that nobody is named for. */
const LABELS = wordSet(
  'question answer reporter moderator host interviewer operator audience voice speaker announcer anchor correspondent unidentified male female',
);
/** How people begin to talk to one another. */
const GREETINGS = /^(?:thanks?|welcome|hello|(?:yes|no|well) ,|good (?:morning|afternoon|evening|night))$/;
const CONTRACTED = /^(?:i|we|you)'(?:m|re|ve|ll|d)$|^let's$/;
/** How large a share of the turns must talk, for all of them to be turns; less of them where labels come again. */
const LEAST_TALKING = 1 / 2;
const LEAST_WHERE_LABELS_REPEAT = 1 / 3;
const LONGEST_TURN = 400;

/** The one person that an interview is with, as its introduction names nobody else. */
function onlyPerson(article: Article, first: number): Subject | null {
  let found: Subject | null = null;
  for (const mention of article.mentions) {
    if (mention.first >= first) break;
    if (mention.person?.certain !== true) continue;
    if (found !== null && found.mention?.person !== mention.person) return null;
    found = { kind: 'name', first, last: first, mention, head: '' };
  }
  return found;
}

/** The speaker's label that opens a paragraph ("ANN ROE:", "MODERATOR:"), or `null`. */
function labelAt(article: Article, first: number, interviewee: () => Subject | null): Subject | null {
  const letter = tokenAt(article, first).text;
  if (/^[QA]$/.test(letter) && lowerAt(article, first + 1) === ':') {
    const voice: Subject = { kind: 'phrase', first, last: first, mention: null, head: 'voice' };
    const named = letter === 'A' ? interviewee() : null;
    return named === null ? voice : { ...named, first, last: first };
  }
  if (LABELS.has(lowerAt(article, first)) && lowerAt(article, first + 1) === ':')
    return { kind: 'phrase', first, last: first, mention: null, head: 'voice' };
  const mention = mentionStartingAt(article, first);
  if (mention === null || lowerAt(article, mention.last + 1) !== ':') return null;
  const words = article.text.slice(tokenAt(article, first).start, tokenAt(article, mention.last).end);
  const loud = words === words.toUpperCase();
  return loud || mention.kind === 'person' ? subjectOfMention(mention) : null;
}

/** True for "I", "we" or "you" as the subject of a verb, and not for "Schedule I" or "for you". */
function isPersonal(article: Article, at: number, first: number): boolean {
  const word = lowerAt(article, at);
  if (CONTRACTED.test(word)) return true;
  if (!/^(?:i|we|you)$/.test(word) || (word === 'i' && tokenAt(article, at).text !== 'I')) return false;
  const before = tokenAt(article, at - 1);
  const next = tokenAt(article, at + 1);
  const opens = at === first || before.kind !== 'word' || FUNCTION_WORDS.has(before.lower) || word !== 'i';
  return opens && next.kind === 'word' && !next.capital && !/^(?:and|or|of|to|for|in|at|by)$/.test(next.lower);
}

/** True where a turn opens as talk does: "Thank you", "Good evening"; or, behind a label that nobody is named for, with a sentence and no name. */
function opensTalk(article: Article, subject: Subject, first: number, last: number): boolean {
  const word = lowerAt(article, first);
  if (GREETINGS.test(word) || GREETINGS.test(`${word} ${lowerAt(article, first + 1)}`)) return true;
  const sentence = tokenAt(article, first).capital && /^[.!?…]$/.test(lowerAt(article, last));
  return subject.head === 'voice' && sentence && mentionStartingAt(article, first) === null;
}

/** True where the words of a turn are a question, a quotation, or hold a verb in the first or second person. */
function talks(article: Article, subject: Subject, first: number, last: number): boolean {
  if (opensTalk(article, subject, first, last)) return true;
  if (isQuoted(article, first) && (article.quotations[article.quotationAt[first] ?? -1]?.last ?? 0) >= last - 1)
    return true;
  if (lowerAt(article, last) === '?') return true;
  for (let at = first; at <= last && at - first < LONGEST_TURN; at++) if (isPersonal(article, at, first)) return true;
  return false;
}

/** The paragraphs that open with a label, whether or not anybody talks in them. */
function labelled(article: Article): Turn[] {
  const turns: Turn[] = [];
  let named: Subject | null | undefined;
  // those named before the first label, looked for once
  const intervieweeBefore = (first: number) => (): Subject | null => {
    if (named === undefined) named = onlyPerson(article, first);
    return named;
  };
  article.sentences.forEach((sentence, index) => {
    if (article.sentences[index - 1]?.paragraph === sentence.paragraph) return;
    const subject = labelAt(article, sentence.first, intervieweeBefore(sentence.first));
    if (subject === null || tokenAt(article, subject.last + 2).kind === 'number') return;
    let until = index;
    while (article.sentences[until + 1]?.paragraph === sentence.paragraph) until++;
    const first = subject.last + 2;
    const last = (article.sentences[until]?.last ?? first) - 1;
    if (last < first) return;
    const label = article.text
      .slice(tokenAt(article, subject.first).start, tokenAt(article, subject.last).end)
      .toLowerCase();
    turns.push({ subject, label, first, last, sentence: index, until, talks: talks(article, subject, first, last) });
  });
  return turns;
}

/**
 * The turns of an interview, a hearing or a debate. Lists have labels too (charges, prices, line-ups, results, credits): a turn talks by
 * itself, as a question, a quotation or with "I", "we" or "you", or stands among turns that do, of labels that come again.
 */
export function findTurns(article: Article): Turn[] {
  const turns = labelled(article);
  const talking = turns.filter((turn) => turn.talks);
  const labels = new Set(turns.map(({ label }) => label));
  if (labels.size < 2 || talking.length < 2) return [];
  const least = turns.length > labels.size ? LEAST_WHERE_LABELS_REPEAT : LEAST_TALKING;
  return talking.length >= turns.length * least ? turns : talking;
}
