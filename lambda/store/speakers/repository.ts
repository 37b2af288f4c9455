import { collect } from '../collect.ts';
import type { SpeakerRepository } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { decodeEach } from '../table/codec.ts';
import { nameTokens } from './merge-observations.ts';
import { mergeSpeakers, readMerges, splitSpeaker } from './merges.ts';
import { readNamed, readSpeakers } from './read-speakers.ts';
import { namesOf, speakerNameRecord } from './record.ts';
import { recordSpeakers } from './record-speakers.ts';

/** So many words that begin alike are looked at for one word of a search. */
const MOST_NAMES = 5000;

/** Persons and organisations across articles. */
export function createSpeakerRepository(context: StoreContext): SpeakerRepository {
  const many = (ids: string[]) => readSpeakers(context, ids);
  return {
    many,
    named: (ids) => readNamed(context, ids),
    get: async (id) => (await many([id])).get(id) ?? null,
    async find(words, limit) {
      const tokens = nameTokens(words);
      if (tokens.length === 0) return [];
      const [first = new Map<string, string>(), ...others] = await Promise.all(
        tokens.map((token) => namesWith(context, token)),
      );
      const matches = [...first].filter(([id]) => others.every((names) => names.has(id)));
      matches.sort(([idA, nameA], [idB, nameB]) => (`${nameA}#${idA}` < `${nameB}#${idB}` ? -1 : 1));
      const ids = matches.slice(0, limit).map(([id]) => id);
      const found = await readNamed(context, ids);
      return ids.flatMap((id) => found.get(id) ?? []);
    },
    record: (observations) => recordSpeakers(context, observations),
    merges: async () => (await readMerges(context, { consistent: false })).into,
    merge: (id, into) => mergeSpeakers(context, id, into),
    split: (id) => splitSpeaker(context, id),
  };
}

/** Speakers with a word that begins so, with their names by id. */
async function namesWith(context: StoreContext, token: string): Promise<Map<string, string>> {
  const query = { index: 'gsi1' as const, partition: namesOf(token), beginsWith: token };
  const found = await collect(context.table.query(query), MOST_NAMES);
  return new Map(decodeEach(context, found, speakerNameRecord.decode).map(({ id, name }) => [id, name]));
}
