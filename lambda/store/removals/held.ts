import { toInstant } from '../../model/instant.ts';
import { INDEX_NAMES, TTL_ATTRIBUTE } from '../../model/names.ts';
import type { RemovalKind } from '../../model/removal.ts';
import { collect } from '../collect.ts';
import type { StoreContext } from '../store-context.ts';
import { isExpired } from '../table/codec.ts';
import type { Attributes, Key } from '../table/port.ts';
import { keyAttributes } from '../table/table-schema.ts';
import { heldOf, heldRecord } from './record.ts';

/** What was taken away can be restored for so long. */
const HELD_MILLISECONDS = 30 * 86_400_000;
/** Keys, which are made anew, and the item's own end. */
const LEFT_OUT = new Set<string>([
  ...['pk', 'sk', TTL_ATTRIBUTE],
  ...INDEX_NAMES.flatMap((index) => Object.values(keyAttributes(index))),
]);

/** Keeps these records aside for 30 days; again changes nothing but that time. */
export async function hold(
  context: StoreContext,
  kind: RemovalKind,
  id: string,
  records: readonly Attributes[],
): Promise<void> {
  const until = toInstant(context.clock.now() + HELD_MILLISECONDS);
  const rows = records.map((record) => {
    const own = Object.entries(record).filter(([name]) => !LEFT_OUT.has(name));
    const place = { holder: heldOf(kind, id), formerPk: String(record.pk), formerSk: String(record.sk) };
    return heldRecord.encode({ ...Object.fromEntries(own), ...place }, until);
  });
  await context.table.batchWrite(rows);
}

/** The records that are kept aside, at their former places. */
export async function readHeld(context: StoreContext, kind: RemovalKind, id: string): Promise<(Attributes & Key)[]> {
  const query = { index: null, partition: heldOf(kind, id), consistent: true };
  const found = (await collect(context.table.query(query))).filter((row) => !isExpired(row, context.clock.now()));
  return found.map((row) => {
    const { holder: _, formerPk: pk, formerSk: sk, ...own } = heldRecord.decode(row);
    const attributes = Object.entries(own).filter(([name]) => !LEFT_OUT.has(name));
    return { ...Object.fromEntries(attributes), pk, sk };
  });
}

/** Deletes what is kept aside. */
export async function dropHeld(context: StoreContext, kind: RemovalKind, id: string): Promise<void> {
  const query = { index: null, partition: heldOf(kind, id), consistent: true, fields: ['pk', 'sk'] };
  const found = await collect(context.table.query(query));
  await context.table.batchWrite(
    [],
    found.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })),
  );
}
