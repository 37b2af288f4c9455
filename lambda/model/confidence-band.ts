import * as z from 'zod';

/** Confidence in three steps: `high` from 0.8 on, `fair` from 0.6 on, `low` below. */
export const confidenceBandSchema = z.enum(['high', 'fair', 'low']);
export type ConfidenceBand = z.infer<typeof confidenceBandSchema>;

/** Where each step begins. */
export const LOWEST_OF_BAND: Record<ConfidenceBand, number> = { high: 0.8, fair: 0.6, low: 0 };

/** The step that a confidence between 0 and 1 lies in. */
export function confidenceBand(confidence: number): ConfidenceBand {
  if (confidence >= LOWEST_OF_BAND.high) return 'high';
  return confidence >= LOWEST_OF_BAND.fair ? 'fair' : 'low';
}
