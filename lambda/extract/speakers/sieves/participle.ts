import { contentAfter } from '../grammar/content.ts';
import { sameSubject } from '../grammar/subject.ts';
import { FRAME_OF } from './reported.ts';
import { type Context, type Finding, type Sieve, wordsOfCue } from './sieve.ts';
import { quotationsBetween, tokenSpan } from './spans.ts';

function* find(context: Context): Iterable<Finding> {
  const { article } = context;
  for (let index = 0; index < context.cues.length; index++) {
    const cues = context.cues[index] ?? [];
    for (const cue of cues) {
      if (cue.mood !== 'participle' || cue.subject === null || context.takenCues.has(cue.first)) continue;
      const content = contentAfter(article, cue, cues);
      // "Commenting on the results, Ann Roe said" is the occasion, not what was said
      if (content === null || (content.kind === 'preposition' && cue.first === context.article.sentences[index]?.first))
        continue;
      const subject = cue.subject;
      const host = (context.draftsBySentence.get(index) ?? []).findLast(
        (draft) =>
          content.kind !== 'naming' &&
          draft.quoted !== true &&
          sameSubject(draft.subject, subject) &&
          (draft.cue?.first ?? 0) < cue.first,
      );
      yield {
        cue: wordsOfCue(cue),
        frame: FRAME_OF[content.kind],
        subject,
        spans: [tokenSpan(article, content.first, content.last)],
        quotations: quotationsBetween(article, content.first, content.last),
        sentence: index,
        ...(host === undefined ? {} : { extend: host }),
      };
    }
  }
}

/** …, emphasizing that …: more of the statement before it in the sentence, or a statement where there is none; "calling it a farce" reads as nothing behind other words, and is one of its own. */
export const participle: Sieve = { name: 'participle', confidence: 0.8, find };
