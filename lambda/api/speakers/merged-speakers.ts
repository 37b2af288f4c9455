import type { Speaker } from '../../model/speaker.ts';
import type { SpeakerRepository } from '../../store/store.ts';
import { wholeSpeaker } from './whole-speaker.ts';

/** Speakers as the operator has joined them: whatever id leads to one of them, it is the same one. */
export interface MergedSpeakers {
  /** The id that this one counts for; itself where it is joined to none. */
  targetOf(id: string): string;
  /** Every id whose statements are this speaker's, its own first. */
  idsOf(target: string): string[];
  /**
   * Speakers by their ids, each whole; ids that are joined to another lead to that one, once, in the order of the ids. Not `counted`, they
   * have names, and nothing is counted: that takes a query for each of them.
   */
  whole(ids: Iterable<string>, options: { counted: boolean }): Promise<Speaker[]>;
}

/** Reads the operator's decisions; they hold for one request. */
export async function readMergedSpeakers(
  speakers: Pick<SpeakerRepository, 'merges' | 'many' | 'named'>,
): Promise<MergedSpeakers> {
  const merges = await speakers.merges();
  const joined = new Map<string, string[]>();
  for (const [id, into] of merges) joined.set(into, [...(joined.get(into) ?? []), id]);
  const targetOf = (id: string): string => merges.get(id) ?? id;
  const idsOf = (target: string): string[] => [target, ...(joined.get(target) ?? []).toSorted()];
  return {
    targetOf,
    idsOf,
    async whole(ids, { counted }) {
      const targets = [...new Set([...ids].map(targetOf))];
      const all = targets.flatMap(idsOf);
      const found = await (counted ? speakers.many(all) : speakers.named(all));
      return targets.flatMap((id) => {
        const target = found.get(id);
        const members = (joined.get(id) ?? []).flatMap((member) => found.get(member) ?? []);
        return target ? [wholeSpeaker(target, members)] : [];
      });
    },
  };
}
