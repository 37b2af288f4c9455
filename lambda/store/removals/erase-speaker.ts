import type { Removal } from '../../model/removal.ts';
import { collect } from '../collect.ts';
import { type RestoredStatement, reviseItem } from '../corrections/revise-item.ts';
import type { DayMarks } from '../items/day-marks.ts';
import { itemKey } from '../items/record.ts';
import { repairItem } from '../items/repair-item.ts';
import { removeDeliveries } from '../searches/remove-deliveries.ts';
import { readMerges } from '../speakers/merges.ts';
import { speakerKey, speakerWithKeys } from '../speakers/record.ts';
import { statementRecord, statementsOfSpeaker } from '../statements/record.ts';
import type { StoreContext } from '../store-context.ts';
import type { Attributes } from '../table/port.ts';
import { setErased } from './erased.ts';
import { dropHeld, hold, readHeld } from './held.ts';
import { removalRecord } from './record.ts';

/**
 * Erases a speaker and all who are joined to them, in an order in which it can die anywhere and be run again. The writes are:
 *
 * 1. the removal;
 * 2. the list of erased speakers: from here on no article brings one back;
 * 3. what is kept aside for restoring: their records, names and statements;
 * 4. each article with their statements as its next revision, without them, so that lists, changes and counts hear of it, and deletion of what
 *    saved searches have told of these statements;
 * 5. deletion of their names, then of their records.
 */
export async function eraseSpeaker(context: StoreContext, days: DayMarks, removal: Removal): Promise<void> {
  const { table } = context;
  await table.put(removalRecord.encode(removal));
  const ids = await withJoined(context, removal.id);
  await setErased(context, ids, true);
  const records = new Map<string, Attributes[]>();
  for (const id of ids) {
    const said = await collect(table.query({ index: 'gsi1', partition: statementsOfSpeaker(id) }));
    const own = await recordsOf(context, id);
    await hold(context, 'speaker', removal.id, [...(await withTexts(context, said)), ...own]);
    records.set(id, own);
  }
  const statements = statementsIn(await readHeld(context, 'speaker', removal.id)).map(({ statement }) => statement);
  const statementIds = new Set(statements.map(({ id }) => id));
  for (const itemId of new Set(statements.map((statement) => statement.itemId))) {
    await reviseItem(context, days, itemId);
    // What a run that died has left of the edition before.
    await repairItem(context, itemId);
    await removeDeliveries(context, itemId, statementIds);
  }
  for (const [id, own] of records) {
    const { pk, sk } = speakerKey(id);
    const names = own.filter((record) => record.sk !== sk).map((record) => ({ pk, sk: String(record.sk) }));
    await table.batchWrite([], names);
    await table.delete(speakerKey(id));
  }
}

/**
 * Brings a speaker back, in an order in which it can die anywhere and be run again: takes them off the list of erased speakers, then writes their records
 * and names, then their statements in each article as its next revision, then the removal, and deletes what was kept aside.
 */
export async function restoreSpeaker(context: StoreContext, days: DayMarks, removal: Removal): Promise<void> {
  const held = await readHeld(context, 'speaker', removal.id);
  await setErased(context, await withJoined(context, removal.id), false);
  await context.table.batchWrite(held.filter((record) => !isOfItem(record)).map(speakerWithKeys));
  const said = statementsIn(held);
  for (const itemId of new Set(said.map(({ statement }) => statement.itemId))) {
    const own = said.filter(({ statement }) => statement.itemId === itemId);
    await reviseItem(context, days, itemId, own);
    await repairItem(context, itemId);
  }
  await context.table.put(removalRecord.encode(removal));
  await dropHeld(context, 'speaker', removal.id);
}

const isOfItem = ({ pk }: Attributes): boolean => String(pk).startsWith('ITEM#');
const statementsIn = (held: readonly Attributes[]): RestoredStatement[] =>
  held.filter(isOfItem).map((record) => ({
    statement: statementRecord.decode(record),
    contentHash: String(record.contentHash),
  }));

/** The records of statements, each with the hash of the text that it was found in. */
async function withTexts(context: StoreContext, said: readonly Attributes[]): Promise<Attributes[]> {
  const keys = [...new Set(said.map(({ itemId }) => String(itemId)))].map(itemKey);
  const items = await context.table.batchGet(keys, { fields: ['id', 'contentHash', 'edition'], consistent: true });
  const byId = new Map(items.map((item) => [item.id, item]));
  return said.flatMap((record) => {
    const item = byId.get(record.itemId);
    return item?.edition === record.edition ? [{ ...record, contentHash: item?.contentHash }] : [];
  });
}

/** The speaker and those who are joined to them or to the same one. */
async function withJoined(context: StoreContext, id: string): Promise<string[]> {
  const { into } = await readMerges(context);
  const target = into.get(id) ?? id;
  return [...new Set([id, target, ...[...into].flatMap(([one, other]) => (other === target ? [one] : []))])];
}

async function recordsOf(context: StoreContext, id: string): Promise<Attributes[]> {
  const { pk } = speakerKey(id);
  const found = await collect(context.table.query({ index: null, partition: pk, consistent: true }));
  return found.filter(({ sk }) => sk === 'META' || String(sk).startsWith('NAME#'));
}
