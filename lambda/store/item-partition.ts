import { collect } from './collect.ts';
import { changeRecord, type StoredChange } from './records/change.ts';
import { ITEM_ATTRIBUTES, itemFields } from './records/item.ts';
import { isPiece } from './records/statements.ts';
import type { StoreContext } from './store-context.ts';
import { isExpired } from './table/codec.ts';
import { keys } from './table/keys.ts';
import type { Attributes, Key } from './table/port.ts';

/** What an item's partition holds, without texts. */
export interface ItemPartition {
  /** The item's own record, unless its time is over. */
  item: Attributes | null;
  /** The last change, where an earlier version kept it here. */
  earlierChange: StoredChange | null;
  /** Keys of all records. */
  all: Key[];
  /** Records that hold all statements of a revision. */
  statements: Attributes[];
  /** Records of bodies, with what they tell of coming dates. */
  bodies: Attributes[];
}

const FIELDS = [
  ...[...ITEM_ATTRIBUTES, 'feedId', 'storedAt', 'expiresAt', 'sortAt'],
  ...['changedAt', 'hours', 'days', 'copies', 'formerCopies', 'removed'],
  ...['itemId', 'packed', 'statements', 'piece', 'pieces', 'coming'],
];

/** Reads the keys of an item's partition, and what decides about writing, as they are now. */
export async function readItemPartition(context: StoreContext, id: string): Promise<ItemPartition> {
  const { pk, sk } = keys.item(id);
  const found = await collect(context.table.query({ index: null, partition: pk, consistent: true, fields: FIELDS }));
  const item = found.find((record) => record.sk === sk && !isExpired(record, context.clock.now()));
  const change = found.find((record) => record.sk === keys.earlierChange(id).sk);
  return {
    item: item ? itemFields(item) : null,
    earlierChange: change ? changeRecord.decode(change) : null,
    all: found.map((record) => ({ pk, sk: String(record.sk) })),
    statements: found.filter(isPiece),
    bodies: found.filter(({ sk }) => String(sk).startsWith('BODY#')),
  };
}
