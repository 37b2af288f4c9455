import type { Day } from '../../model/instant.ts';
import { proposeVariants, type Variant } from '../variants/propose-variants.ts';
import { rankSpeakers } from './rank-speakers.ts';
import type { Reading } from './reading.ts';

/** So many speakers, those quoted most, are compared with each other. */
const MOST_COMPARED = 20_000;

/** Proposals of speakers that may be one, among those who were quoted in the range; those that are joined already are one. */
export async function listVariants(
  range: { from?: Day | undefined; to?: Day | undefined },
  reading: Pick<Reading, 'store' | 'clock'>,
): Promise<Variant[]> {
  const { rows } = await rankSpeakers({ ...range, q: [], limit: MOST_COMPARED }, undefined, reading);
  return proposeVariants(rows);
}
