import type { StatementFrame } from '../../../model/statement.ts';
import { contentAfter } from '../grammar/content.ts';
import type { ContentKind } from '../grammar/content-start.ts';
import type { Cue } from '../grammar/cues.ts';
import { type Context, type Finding, type Sieve, wordsOfCue } from './sieve.ts';
import { quotationsBetween, tokenSpan } from './spans.ts';

/** The frame of a statement by how its content hangs on the verb. */
export const FRAME_OF: Readonly<Record<ContentKind, StatementFrame>> = {
  that: 'clause',
  clause: 'clause',
  question: 'clause',
  quote: 'quotation',
  noun: 'object',
  preposition: 'object',
  speechNoun: 'noun',
  naming: 'naming',
  infinitive: 'infinitive',
  request: 'infinitive',
};

/** What verbs of one mood govern in one of the given ways. */
function* find(context: Context, moods: readonly Cue['mood'][], kinds: ReadonlySet<ContentKind>): Iterable<Finding> {
  const { article } = context;
  for (let index = 0; index < context.cues.length; index++) {
    const cues = context.cues[index] ?? [];
    for (const cue of cues) {
      if (!moods.includes(cue.mood) || cue.subject === null || context.takenCues.has(cue.first)) continue;
      const content = contentAfter(article, cue, cues);
      if (content === null || !kinds.has(content.kind)) continue;
      yield {
        cue: wordsOfCue(cue),
        frame: FRAME_OF[content.kind],
        subject: cue.subject,
        spans: [tokenSpan(article, content.first, content.last)],
        quotations: quotationsBetween(article, content.first, content.last),
        sentence: index,
        weakness: cue.shared ? 0.05 : 0,
      };
    }
  }
}

const sieve = (
  name: string,
  confidence: number,
  moods: readonly Cue['mood'][],
  kinds: readonly ContentKind[],
): Sieve => {
  const wanted = new Set(kinds);
  return { name, confidence, find: (context) => find(context, moods, wanted) };
};

/** Ann Roe said that …; Ann Roe asked whether …. */
export const thatClause: Sieve = sieve('that-clause', 0.93, ['finite'], ['that', 'question']);

/** Ann Roe said the bridge would open. */
export const bareClause: Sieve = sieve('bare-clause', 0.92, ['finite'], ['clause', 'quote']);

/** Ann Roe expressed concern over …. */
export const speechNoun: Sieve = sieve('speech-noun', 0.9, ['finite'], ['speechNoun']);

/** Ann Roe warned against …; Ann Roe vowed to …; Ann Roe urged the council to …. */
export const complement: Sieve = sieve('complement', 0.9, ['finite'], ['preposition', 'infinitive', 'request']);

/** Ann Roe rejected the plan; Ann Roe called the plan a mistake. */
export const reportedObject: Sieve = sieve('object', 0.78, ['finite'], ['noun', 'naming']);

/** Ann Roe used the speech to argue that …. */
export const infinitiveCue: Sieve = sieve(
  'infinitive-cue',
  0.66,
  ['infinitive'],
  ['that', 'question', 'clause', 'quote'],
);
