import { type Article, lowerAt, tokenAt } from '../article.ts';
import { mentionStartingAt, type Subject, subjectOfMention } from '../grammar/subject.ts';
import { wordSet } from '../lexicon/words.ts';
import type { Context, Finding, Sieve } from './sieve.ts';
import { quotationsBetween, tokenSpan } from './spans.ts';

/** One label alone is more likely a heading than a speaker. */
const LEAST_LABELS = 2;

/** Labels of turns that nobody is named for. */
const LABELS = wordSet(
  'question answer reporter moderator host interviewer operator audience voice speaker announcer anchor correspondent unidentified male female',
);

/** The speaker's label that opens a paragraph ("ANN ROE:", "MODERATOR:"), or `null`. */
function labelAt(article: Article, first: number): Subject | null {
  if (LABELS.has(lowerAt(article, first)) && lowerAt(article, first + 1) === ':')
    return { kind: 'phrase', first, last: first, mention: null, head: 'voice' };
  const mention = mentionStartingAt(article, first);
  if (mention === null || lowerAt(article, mention.last + 1) !== ':') return null;
  if (/^[qa]$/.test(mention.name.toLowerCase())) return null;
  const words = article.text.slice(tokenAt(article, first).start, tokenAt(article, mention.last).end);
  const loud = words === words.toUpperCase();
  return loud || mention.kind === 'person' ? subjectOfMention(mention) : null;
}

function* find(context: Context): Iterable<Finding> {
  const { article } = context;
  const turns: { subject: Subject; first: number; sentence: number }[] = [];
  article.sentences.forEach((sentence, index) => {
    if (article.sentences[index - 1]?.paragraph === sentence.paragraph) return;
    const subject = labelAt(article, sentence.first);
    if (subject !== null && tokenAt(article, subject.last + 2).kind !== 'number')
      turns.push({ subject, first: subject.last + 2, sentence: index });
  });
  if (turns.length < LEAST_LABELS) return;
  for (const { subject, first, sentence } of turns) {
    const paragraph = article.sentences[sentence]?.paragraph;
    let last = sentence;
    while (article.sentences[last + 1]?.paragraph === paragraph) last++;
    const end = (article.sentences[last]?.last ?? first) - 1;
    if (end < first) continue;
    const quotations = quotationsBetween(article, first, end);
    yield {
      cue: null,
      subject,
      spans: [tokenSpan(article, first, end)],
      quotations,
      sentence,
      verbatim: true,
      until: last,
    };
  }
}

/** ROE: Good evening. A transcript's turn, which is verbatim without quotation marks. */
export const transcript: Sieve = { name: 'transcript', confidence: 0.9, find };
