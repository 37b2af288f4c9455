import { InputError, NotFoundError } from '../../model/errors.ts';
import { toInstant } from '../../model/instant.ts';
import type { Removal, RemovalKind } from '../../model/removal.ts';
import type { DayMarks } from '../items/day-marks.ts';
import { decodeSpeaker, speakerKey } from '../speakers/record.ts';
import type { RemovalRepository } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { decoded, readPartition } from '../timeline.ts';
import { eraseSpeaker, restoreSpeaker } from './erase-speaker.ts';
import { dropHeld } from './held.ts';
import { REMOVALS, removalKey, removalRecord } from './record.ts';
import { restoreItem } from './restore-item.ts';
import { takeDownItem, titleOfItem } from './take-down-item.ts';

/** What operators have taken down: the decision first, then what follows from it. */
export function createRemovalRepository(context: StoreContext, days: DayMarks): RemovalRepository {
  const get = async (kind: RemovalKind, id: string): Promise<Removal | null> => {
    const found = await context.table.get(removalKey(kind, id));
    return found && removalRecord.decode(found);
  };
  const require = async (kind: RemovalKind, id: string): Promise<Removal> => {
    const found = await get(kind, id);
    if (!found) throw new NotFoundError('unknown-removal', `no ${kind} with the id ${id} was taken down`);
    return found;
  };
  const inState = (removal: Removal, state: Removal['state']): Removal =>
    removal.state === state ? removal : { ...removal, state, stateAt: toInstant(context.clock.now()) };

  return {
    async remove({ kind, id, reason, by }) {
      const known = await get(kind, id);
      const label = await labelOf(context, kind, id);
      if (known && known.state !== 'restored') {
        // A run that died has left some of it.
        if (known.state === 'removed') await carryOut(context, days, known);
        return known;
      }
      if (label === null) {
        throw new NotFoundError(`unknown-${kind}`, `no ${kind} has the id ${id}, or it has expired`);
      }
      const at = toInstant(context.clock.now());
      const removal: Removal = { kind, id, label, reason, by, at, state: 'removed', stateAt: at };
      await carryOut(context, days, removal);
      return removal;
    },
    async restore(kind, id) {
      const known = await require(kind, id);
      if (known.state === 'purged')
        throw new InputError('not-held', `the ${kind} ${id} was purged on ${known.stateAt}`);
      const restored = inState(known, 'restored');
      await (kind === 'item' ? restoreItem : restoreSpeaker)(context, days, restored);
      return restored;
    },
    async purge(kind, id) {
      const known = await require(kind, id);
      if (known.state === 'restored')
        throw new InputError('restored', `the ${kind} ${id} was restored; remove it first`);
      const purged = { ...inState(known, 'purged'), label: null };
      await context.table.put(removalRecord.encode(purged));
      await dropHeld(context, kind, id);
      return purged;
    },
    newest(after) {
      const list = readPartition(context, 'gsi1', REMOVALS, { after, descending: true });
      return decoded(context, list, removalRecord.decode);
    },
  };
}

const carryOut = (context: StoreContext, days: DayMarks, removal: Removal): Promise<void> =>
  (removal.kind === 'item' ? takeDownItem : eraseSpeaker)(context, days, removal);

async function labelOf(context: StoreContext, kind: RemovalKind, id: string): Promise<string | null> {
  if (kind === 'item') return titleOfItem(context, id);
  const found = await context.table.get(speakerKey(id));
  return found && decodeSpeaker(found).name;
}
