import { InputError, NotFoundError, StoreError } from '../../model/errors.ts';
import type { StoreContext } from '../store-context.ts';
import type { Condition, ReadOptions } from '../table/port.ts';
import { mergesKey, speakerKey, speakerMergesRecord } from './record.ts';

/** A record holds 400 KB, and a decision takes some 60 bytes of it. */
const MOST_MERGES = 4_000;
/** A list of statements of one speaker reads as many lists as there are ids for it. */
const MOST_INTO_ONE = 20;
const ATTEMPTS = 8;
const PAUSE = 20;

interface Merges {
  into: Map<string, string>;
  version: number;
}

/** The decisions, as they were last written; version 0 where there never was one. */
export async function readMerges(context: StoreContext, options?: ReadOptions): Promise<Merges> {
  const found = await context.table.get(mergesKey(), options);
  if (!found) return { into: new Map(), version: 0 };
  const { into, version } = speakerMergesRecord.decode(found);
  return { into: new Map(Object.entries(into)), version };
}

/** Joins one speaker to another, both of which there must be. */
export async function mergeSpeakers(context: StoreContext, id: string, into: string): Promise<void> {
  for (const one of [id, into]) {
    const found = await context.table.get(speakerKey(one));
    if (!found) throw new NotFoundError('unknown-speaker', `no speaker has the id ${one}`);
  }
  if (id === into) throw new InputError('same-speaker', `${id} can't be merged into itself`);
  await change(context, (merges) => {
    if (merges.get(id) === into) return false;
    refuseChain(merges, id, into);
    merges.set(id, into);
    return true;
  });
}

/** Undoes a merge; answers what the speaker was joined to. */
export async function splitSpeaker(context: StoreContext, id: string): Promise<string> {
  let target = '';
  await change(context, (merges) => {
    target = merges.get(id) ?? '';
    if (merges.delete(id)) return true;
    const others = joinedTo(merges, id);
    const instead = others.length > 0 ? `; ${others.join(', ')} can be split off from it` : '';
    throw new InputError('not-merged', `${id} is not merged into another speaker${instead}`);
  });
  return target;
}

/** Each id is joined to one that is itself joined to none: so every reader needs one step, and there are no circles. */
function refuseChain(merges: Map<string, string>, id: string, into: string): void {
  const already = merges.get(id);
  if (already !== undefined) {
    throw new InputError('merged-already', `${id} is merged into ${already}; split it off first`);
  }
  const further = merges.get(into);
  if (further !== undefined) {
    throw new InputError('merged-already', `${into} is itself merged into ${further}; merge into that one`);
  }
  const others = joinedTo(merges, id);
  if (others.length > 0) {
    throw new InputError('has-merged', `${others.join(', ')} are merged into ${id}; split them off first`);
  }
  if (joinedTo(merges, into).length >= MOST_INTO_ONE) {
    throw new InputError(
      'too-many-merges',
      `${MOST_INTO_ONE} speakers are merged into ${into}; there is no room for more`,
    );
  }
  if (merges.size >= MOST_MERGES) {
    throw new InputError('too-many-merges', `${MOST_MERGES} speakers are merged; there is no room for more`);
  }
}

function joinedTo(merges: Map<string, string>, target: string): string[] {
  return [...merges].flatMap(([id, into]) => (into === target ? [id] : []));
}

/** Reads, changes and writes; again where another operator was faster. `edit` answers whether there is something to write. */
async function change(context: StoreContext, edit: (merges: Map<string, string>) => boolean): Promise<void> {
  for (let round = 0; round < ATTEMPTS; round++) {
    if (round > 0) await context.delay(PAUSE * round);
    const { into, version } = await readMerges(context);
    if (!edit(into)) return;
    const record = speakerMergesRecord.encode({ into: Object.fromEntries(into), version: version + 1 });
    const condition: Condition = version > 0 ? { equals: ['version', version] } : { exists: false };
    if (await context.table.put(record, condition)) return;
  }
  throw new StoreError('conflict', `merges of speakers were changed by others ${ATTEMPTS} times in a row`);
}
