import { StoreError } from '../../model/errors.ts';
import { erasedKey, erasedRecord } from '../removals/record.ts';
import type { StoreContext } from '../store-context.ts';
import type { SpeakerObservation } from '../store-shapes.ts';
import type { Condition } from '../table/port.ts';
import { hasNews, mergeSpeaker, nameTokens } from './merge-observations.ts';
import { type StoredSpeaker, speakerKey, speakerNameRecord, speakerRecord } from './record.ts';

const ATTEMPTS = 8;
const PAUSE = 20;
/** So many speakers are written side by side. */
const AT_ONCE = 16;

/**
 * Adds what is new of the speakers; one that another writer was faster with is read and merged again. Of erased ones nothing is added; answers the ids of
 * all of these.
 */
export async function recordSpeakers(context: StoreContext, observations: SpeakerObservation[]): Promise<Set<string>> {
  let left = groupById(observations);
  const erased = new Set<string>();
  for (let round = 0; left.size > 0; round++) {
    if (round === ATTEMPTS) {
      const ids = [...left.keys()].join(', ');
      throw new StoreError('conflict', `the speakers ${ids} were changed by others ${ATTEMPTS} times in a row`);
    }
    if (round > 0) await context.delay(PAUSE * round);
    left = await recordOnce(context, left, erased, { consistent: round > 0 });
  }
  return erased;
}

type Groups = Map<string, SpeakerObservation[]>;

/**
 * One round; answers those that somebody else has changed in the meantime. Eventually consistent reads at first (half the read units): the puts below
 * are conditional on the version.
 */
async function recordOnce(
  context: StoreContext,
  groups: Groups,
  erased: Set<string>,
  options: { consistent: boolean },
): Promise<Groups> {
  const all = await context.table.batchGet([...[...groups.keys()].map(speakerKey), erasedKey()], options);
  const { pk, sk } = erasedKey();
  const list = all.find((record) => record.pk === pk && record.sk === sk);
  for (const id of list ? erasedRecord.decode(list).ids : []) erased.add(id);
  const found = all.filter((record) => record !== list);
  const known = new Map(found.map(speakerRecord.decode).map((speaker) => [speaker.id, speaker]));
  const news = [...groups].flatMap(([id, observations]) => {
    if (erased.has(id)) return [];
    const before = known.get(id) ?? null;
    const after = mergeSpeaker(before, observations);
    return after && (!before || hasNews(before, after)) ? [{ id, before, after }] : [];
  });
  // Words first: a speaker without them would be there, and never be found.
  await context.table.batchWrite(news.flatMap(({ before, after }) => newNames(before, after)));
  const left: Groups = new Map();
  const put = async ({ id, before, after }: (typeof news)[number]): Promise<void> => {
    const record = speakerRecord.encode({ ...after, version: (before?.version ?? 0) + 1 });
    const condition: Condition = before ? { equals: ['version', before.version] } : { exists: false };
    if (!(await context.table.put(record, condition))) left.set(id, groups.get(id) ?? []);
  };
  for (let start = 0; start < news.length; start += AT_ONCE) {
    await Promise.all(news.slice(start, start + AT_ONCE).map(put));
  }
  return left;
}

function newNames(before: StoredSpeaker | null, after: Pick<StoredSpeaker, 'id' | 'name' | 'aliases'>) {
  const old = new Set(before ? nameTokens([before.name, ...before.aliases]) : []);
  return nameTokens([after.name, ...after.aliases])
    .filter((token) => !old.has(token))
    .map((token) => speakerNameRecord.encode({ id: after.id, name: after.name, token }));
}

function groupById(observations: SpeakerObservation[]): Groups {
  const groups: Groups = new Map();
  for (const observation of observations) {
    groups.set(observation.id, [...(groups.get(observation.id) ?? []), observation]);
  }
  return groups;
}
