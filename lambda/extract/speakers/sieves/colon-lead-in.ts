import { lowerAt } from '../article.ts';
import { mainSubject } from '../grammar/find-subject.ts';
import { mentionEndingAt, mentionStartingAt, subjectOfMention } from '../grammar/subject.ts';
import { type Context, type Finding, type Sieve, wordsOfCue } from './sieve.ts';
import { quotedSpan } from './spans.ts';

function* find(context: Context): Iterable<Finding> {
  const { article } = context;
  for (let index = 0; index < article.quotations.length; index++) {
    const quotation = article.quotations[index];
    if (
      quotation === undefined ||
      context.takenQuotations[index] === 1 ||
      lowerAt(article, quotation.first - 1) !== ':'
    )
      continue;
    const at = article.sentenceAt[quotation.first - 1] ?? -1;
    const lead = article.sentences[at];
    if (lead === undefined || quotation.first - lead.last > 0) continue;
    const cues = context.cues[at] ?? [];
    const cue = cues.findLast(
      (other) => other.last < quotation.first && other.subject !== null && !context.takenCues.has(other.first),
    );
    const signed = lowerAt(article, lead.first) === 'from' ? mentionStartingAt(article, lead.first + 1) : null;
    const labelled = mentionEndingAt(article, quotation.first - 2);
    const subject =
      cue?.subject ??
      (signed !== null ? subjectOfMention(signed) : null) ??
      (labelled?.kind === 'person' ? subjectOfMention(labelled) : null) ??
      mainSubject(article, lead.first, Math.min(lead.last, quotation.first));
    // without a verb of saying, only a person is taken for the speaker
    if (
      subject === null ||
      (cue === undefined && subject.kind !== 'pronoun' && subject.mention?.person?.certain !== true)
    )
      continue;
    yield {
      cue: cue === undefined ? null : wordsOfCue(cue),
      subject,
      spans: [quotedSpan(article, index)],
      quotations: [index],
      sentence: at,
      weakness: cue === undefined ? 0.15 : 0,
    };
  }
}

/** Ann Roe had one wish: "…", also where the quotation is a paragraph of its own. */
export const colonLeadIn: Sieve = { name: 'colon-lead-in', confidence: 0.9, find };
