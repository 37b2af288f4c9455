import type { Sentence } from '../../../common/text/sentences.ts';
import { type Article, lowerAt, tokenAt } from '../article.ts';
import { nounPhraseAfter } from '../grammar/noun-phrase.ts';
import { mentionStartingAt, subjectOfMention } from '../grammar/subject.ts';
import { isQuoted } from '../grammar/walk.ts';
import type { Context, Finding, Sieve } from './sieve.ts';
import { quotedSpan, tokenSpan } from './spans.ts';

const LONGEST_SIGNATURE = 7;
const DASH = /^(?:—|–|-|―|--)$/;

const LEAST_HEADLINE = 3;

/** Port to open in May – minister: a line of its own whose speaker stands behind a dash. */
function* headlines({ article }: Context): Iterable<Finding> {
  for (let index = 0; index < article.sentences.length; index++) {
    const sentence = article.sentences[index];
    if (
      sentence === undefined ||
      isParagraph(article, index - 1, sentence) ||
      isParagraph(article, index + 1, sentence)
    )
      continue;
    for (
      let dash = sentence.last - 2;
      dash > sentence.first + LEAST_HEADLINE && sentence.last - dash < LONGEST_SIGNATURE;
      dash--
    ) {
      if (!DASH.test(lowerAt(article, dash))) continue;
      const subject = nounPhraseAfter(article, dash + 1, sentence.last);
      if (
        subject === null ||
        subject.last !== sentence.last - 1 ||
        subject.mention?.kind === 'place' ||
        isQuoted(article, dash - 1)
      )
        break;
      yield {
        cue: null,
        subject,
        spans: [tokenSpan(article, sentence.first, dash - 1)],
        quotations: [],
        sentence: index,
      };
      break;
    }
  }
}

/** True where the sentence at `index` stands in one paragraph with the other. */
function isParagraph(article: Article, index: number, { paragraph }: Sentence): boolean {
  return article.sentences[index]?.paragraph === paragraph;
}

function* find(context: Context): Iterable<Finding> {
  const { article } = context;
  for (let index = 0; index < article.quotations.length; index++) {
    const quotation = article.quotations[index];
    if (quotation === undefined || context.takenQuotations[index] === 1) continue;
    const dash = quotation.last + 1;
    if (!DASH.test(lowerAt(article, dash))) continue;
    const signed = mentionStartingAt(article, dash + 1);
    const sentence = article.sentences[article.sentenceAt[dash] ?? -1];
    // the name must close the line, or be followed by a comma
    const after = tokenAt(article, (signed?.last ?? 0) + 1);
    const closes = signed !== null && (signed.last + 1 >= (sentence?.last ?? 0) || /^[,.(]$/.test(after.text));
    if (signed === null || !closes || signed.kind === 'place') continue;
    const sentenceIndex = article.sentenceAt[dash] ?? -1;
    yield {
      cue: null,
      subject: subjectOfMention(signed),
      spans: [quotedSpan(article, index)],
      quotations: [index],
      sentence: sentenceIndex,
      quoted: true,
    };
  }
  yield* headlines(context);
}

/** "…" – Ann Roe, and: Port to open in May – minister; also with the name on a line of its own. */
export const signature: Sieve = { name: 'signature', confidence: 0.85, find };
