import type { Span } from '../../../model/span.ts';
import type { StatementFrame } from '../../../model/statement.ts';
import type { Article } from '../article.ts';
import type { Cue } from '../grammar/cues.ts';
import { accordingTo } from './according-to.ts';
import { colonLeadIn } from './colon-lead-in.ts';
import { continuation } from './continuation.ts';
import { followUp } from './follow-up.ts';
import { nounCue } from './noun-cue.ts';
import { participle } from './participle.ts';
import { postposed } from './postposed.ts';
import { quoteThenSpeaker, quoteThenVerb } from './quote-then-attribution.ts';
import { replyNoun } from './reply-noun.ts';
import { bareClause, complement, infinitiveCue, reportedObject, speechNoun, thatClause } from './reported.ts';
import type { Context, Draft, Finding, Sieve } from './sieve.ts';
import { signature } from './signature.ts';
import { speakerThenQuote } from './speaker-then-quote.ts';
import { transcript } from './transcript.ts';

/** All rules, precise ones first: what one has taken, none behind it can take. */
export const SIEVES: readonly Sieve[] = [
  transcript,
  quoteThenSpeaker,
  quoteThenVerb,
  speakerThenQuote,
  accordingTo,
  postposed,
  thatClause,
  bareClause,
  speechNoun,
  complement,
  reportedObject,
  replyNoun,
  colonLeadIn,
  signature,
  infinitiveCue,
  participle,
  nounCue,
  continuation,
  followUp,
];

const HAS_WORD = /[\p{L}\p{N}]/u;

function isFree(context: Context, finding: Finding): boolean {
  if (finding.cue !== null && context.takenCues.has(finding.cue.first)) return false;
  if (
    finding.quotations.length > 0 &&
    finding.quotations.every((quotation) => context.takenQuotations[quotation] === 1)
  )
    return false;
  return finding.spans.every(({ start, end }) => HAS_WORD.test(context.article.text.slice(start, end)));
}

function accept(context: Context, finding: Finding, sieve: Sieve): void {
  const { weakness = 0, extend, ...rest } = finding;
  if (extend !== undefined) {
    extend.spans.push(...rest.spans);
    extend.quotations.push(...rest.quotations);
  } else {
    const frame = rest.frame ?? sieve.frame ?? 'quotation';
    const draft = { ...rest, rule: sieve.name, frame, confidence: sieve.confidence - weakness };
    context.drafts.push(draft);
    const beside = context.draftsBySentence.get(draft.sentence);
    if (beside === undefined) context.draftsBySentence.set(draft.sentence, [draft]);
    else beside.push(draft);
  }
  if (rest.cue !== null) context.takenCues.add(rest.cue.first);
  for (let sentence = rest.sentence; sentence <= (rest.until ?? -1); sentence++) {
    for (const cue of context.cues[sentence] ?? []) context.takenCues.add(cue.first);
  }
  for (const quotation of rest.quotations) context.takenQuotations[quotation] = 1;
}

/** Frames whose content is no sentence of its own. */
const DEEDS: ReadonlySet<StatementFrame> = new Set<StatementFrame>(['object', 'naming', 'infinitive', 'noun']);

/** Drafts in order without the deeds that another's words tell: in "Ann Roe said that Bo Lee had rejected the plan" only Ann Roe speaks. */
function withoutRetold(article: Article, drafts: readonly Draft[]): Draft[] {
  let clause: Span = { start: 0, end: 0 };
  return drafts.filter(({ frame, spans, subject }) => {
    const from = article.tokens[subject?.first ?? -1]?.start ?? -1;
    if (DEEDS.has(frame) && clause.start <= from && clause.end >= (spans.at(-1)?.end ?? 0)) return false;
    if (frame === 'clause') for (const span of spans) if (span.end > clause.end) clause = span;
    return true;
  });
}

/** Runs all sieves over an article whose mentions and cues are known; statements come in the order of the text. */
export function runSieves(article: Article, cues: readonly (readonly Cue[])[]): Draft[] {
  const context: Context = {
    article,
    cues,
    drafts: [],
    draftsBySentence: new Map(),
    takenCues: new Set(),
    takenQuotations: Uint8Array.from(
      article.quotations,
      ({ first }) => article.pointer[article.sentenceAt[first] ?? -1] ?? 0,
    ),
  };
  for (const sieve of SIEVES) {
    for (const finding of sieve.find(context)) if (isFree(context, finding)) accept(context, finding, sieve);
  }
  for (const draft of context.drafts) draft.spans.sort((one, other) => one.start - other.start);
  const ordered = context.drafts.sort((one, other) => (one.spans[0]?.start ?? 0) - (other.spans[0]?.start ?? 0));
  return withoutRetold(article, ordered);
}
