import { InputError } from '../../model/errors.ts';
import { toInstant } from '../../model/instant.ts';
import type { Removal } from '../../model/removal.ts';
import { asTheMachineRead } from '../corrections/apply-corrections.ts';
import { correctionRecord } from '../corrections/record.ts';
import { comingDateRecord } from '../items/coming-date-record.ts';
import type { DayMarks } from '../items/day-marks.ts';
import { wholeOf } from '../items/read-item.ts';
import { decodeSummary, itemKey } from '../items/record.ts';
import { saveItem } from '../items/save-item.ts';
import { statementRecord } from '../statements/record.ts';
import type { StoreContext } from '../store-context.ts';
import type { ItemBundle } from '../store-shapes.ts';
import type { Attributes } from '../table/port.ts';
import { readErased } from './erased.ts';
import { dropHeld, readHeld } from './held.ts';
import { removalRecord } from './record.ts';

/**
 * Brings an article back as its next revision, in an order in which it can die anywhere and be run again. The writes are:
 *
 * 1. the removal, which now says that it holds no more;
 * 2. the corrections of the article;
 * 3. the article (see saveItem), unless it is there;
 * 4. deletion of what was kept aside.
 */
export async function restoreItem(context: StoreContext, days: DayMarks, removal: Removal): Promise<void> {
  const { id } = removal;
  const held = await readHeld(context, 'item', id);
  const isStored = (await context.table.get(itemKey(id))) !== null;
  const bundle = isStored ? null : await bundleOf(context, held);
  if (!isStored && !bundle) throw new InputError('not-held', `nothing of the item ${id} is kept any more`);
  await context.table.put(removalRecord.encode(removal));
  const corrections = ofKind(held, /^CORR#/).map((record) => correctionRecord.encode(correctionRecord.decode(record)));
  await context.table.batchWrite(corrections);
  if (bundle) await saveItem(context, days, bundle, await readErased(context));
  await dropHeld(context, 'item', id);
}

const ofKind = (held: readonly Attributes[], kind: RegExp): Attributes[] =>
  held.filter(({ sk }) => kind.test(String(sk)));

/** The next revision of the article that is kept aside; whose copy it is, and of which story, is found anew. */
async function bundleOf(context: StoreContext, held: readonly Attributes[]): Promise<ItemBundle | null> {
  const [own] = ofKind(held, /^META$/);
  const [body] = ofKind(held, /^BODY#/);
  if (!own || !body) return null;
  const { item, dates } = await wholeOf(decodeSummary(own), body);
  const { storyId: _, ...others } = item;
  const changedAt = toInstant(context.clock.now());
  const coming = held.filter(({ pk }) => String(pk).startsWith('MENTIONED#'));
  return {
    item: { ...others, revision: item.revision + 1, changedAt, duplicateOf: null },
    dates,
    comingDates: coming.map(comingDateRecord.decode).sort((one, other) => one.start - other.start),
    statements: ofKind(held, /^STMT#/)
      .map(statementRecord.decode)
      .map(asTheMachineRead),
    previous: null,
  };
}
