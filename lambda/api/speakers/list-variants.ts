import { foldedWords } from '../../common/words.ts';
import type { Day } from '../../model/instant.ts';
import type { Speaker } from '../../model/speaker.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import { type MergedSpeakers, readMergedSpeakers } from './merged-speakers.ts';
import { rankSpeakers } from './rank-speakers.ts';
import { proposeVariants, type Variant } from './variants/propose-variants.ts';

/** So many speakers, those quoted most, are compared with each other. */
const MOST_COMPARED = 20_000;

/** Proposals of speakers that may be one, among those who were quoted in the range; those that are joined already are one. */
export async function listVariants(
  range: { from?: Day | undefined; to?: Day | undefined },
  context: Pick<QueryContext, 'store' | 'clock'>,
): Promise<Variant[]> {
  const { rows } = await rankSpeakers({ ...range, q: [], limit: MOST_COMPARED }, undefined, context, {
    counted: false,
  });
  const merged = await readMergedSpeakers(context.store.speakers);
  return proposeVariants(await exactly(proposeVariants(rows), merged));
}

/** The speakers of these proposals, with counts that are exact: by them it is told which one is to be joined to the other. */
function exactly(variants: readonly Variant[], merged: MergedSpeakers): Promise<Speaker[]> {
  return merged.whole(
    variants.flatMap(({ speaker, into }) => [speaker.id, into.id]),
    { counted: true },
  );
}

const SHARED_LETTERS = 3;
const MOST_ALIKE = 100;

/** Proposals of speakers that may be this one, among those with a word of the name that begins alike. */
export async function listVariantsOf(speaker: Speaker, { store }: Pick<QueryContext, 'store'>): Promise<Variant[]> {
  const beginnings = new Set(
    foldedWords(speaker.name)
      .filter((word) => word.length >= SHARED_LETTERS)
      .map((word) => word.slice(0, SHARED_LETTERS)),
  );
  const [merged, ...lists] = await Promise.all([
    readMergedSpeakers(store.speakers),
    ...[...beginnings].map((beginning) => store.speakers.find([beginning], MOST_ALIKE)),
  ]);
  const others = await merged.whole(
    lists.flat().map(({ id }) => id),
    { counted: false },
  );
  const ofSpeaker = ({ speaker: one, into }: Variant): boolean => one.id === speaker.id || into.id === speaker.id;
  const alike = proposeVariants([speaker, ...others.filter(({ id }) => id !== speaker.id)]).filter(ofSpeaker);
  return proposeVariants(await exactly(alike, merged)).filter(ofSpeaker);
}
