import { type ConfidenceBand, LOWEST_OF_BAND } from '../../model/confidence-band.ts';
import type { Statement } from '../../model/statement.ts';

/** How sure the rules are of a statement and its speaker, by the step that its confidence lies in. */
export const CONFIDENCE_IN_WORDS: Record<ConfidenceBand, string> = {
  high: 'very likely',
  fair: 'likely',
  low: 'uncertain',
};

/** The choices of a lowest confidence: the value as it is sent, and what that leaves. */
export const LOWEST_CONFIDENCES: readonly (readonly [value: string, words: string])[] = [
  [String(LOWEST_OF_BAND.high), `${CONFIDENCE_IN_WORDS.high} only`],
  [String(LOWEST_OF_BAND.fair), `${CONFIDENCE_IN_WORDS.fair} or better`],
];

/** How a statement stands in its article. */
export const TYPE_IN_WORDS: Record<Statement['type'], string> = {
  direct: 'quoted',
  indirect: 'reported',
  mixed: 'partly quoted',
};
