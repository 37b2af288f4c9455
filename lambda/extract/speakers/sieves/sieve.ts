import type { Span } from '../../../model/span.ts';
import type { StatementFrame } from '../../../model/statement.ts';
import type { Article } from '../article.ts';
import type { Cue } from '../grammar/cues.ts';
import type { Subject } from '../grammar/subject.ts';

/** The words that say that something was said, as tokens, both included. */
export interface CueWords {
  first: number;
  last: number;
  lemma: string;
}

/** A statement as a sieve finds it, before its speaker is resolved. */
export interface Draft {
  cue: CueWords | null;
  /** Who the sentence says speaks; `null` for nobody known. */
  subject: Subject | null;
  spans: Span[];
  /** Indexes of the quotations whose words these are. */
  quotations: number[];
  rule: string;
  /** How the words hang on their cue. */
  frame: StatementFrame;
  confidence: number;
  sentence: number;
  /** True where all its words stand in quotation marks. */
  quoted?: boolean;
  /** True for a transcript's words, which are the speaker's own without quotation marks. */
  verbatim?: boolean;
  /** Last sentence that belongs to it, where it has several. */
  until?: number;
}

/** What sieves see: the article, its cues by sentence, and what earlier sieves have taken. */
export interface Context {
  article: Article;
  cues: readonly (readonly Cue[])[];
  drafts: Draft[];
  /** The same by sentence. */
  draftsBySentence: Map<number, Draft[]>;
  /** First tokens of the cues taken already. */
  takenCues: Set<number>;
  takenQuotations: Uint8Array;
}

/** What a sieve finds: a new statement, or further spans for one that an earlier sieve found. */
export type Finding = Omit<Draft, 'rule' | 'confidence' | 'frame'> & {
  frame?: StatementFrame;
  weakness?: number;
  extend?: Draft;
};

/** One rule: precise ones stand first, and none overrides an earlier one. */
export interface Sieve {
  name: string;
  confidence: number;
  /** How its words hang on their cue, where the finding doesn't say; a quotation by default. */
  frame?: StatementFrame;
  find(context: Context): Iterable<Finding>;
}

/** The cue's words. */
export function wordsOfCue(cue: Cue): CueWords {
  return { first: cue.first, last: cue.last, lemma: cue.lemma };
}
