import type { Instant } from '../model/instant.ts';
import { type Attributes, isExpired } from './codec.ts';
import { collect } from './collect.ts';
import { type Key, keys } from './keys.ts';
import { ITEM_ATTRIBUTES, itemFields } from './records/item.ts';
import { isPiece } from './records/statements.ts';
import type { TableContext } from './table.ts';
import { queryRecords } from './table-queries.ts';

/** What an item's partition holds, without texts. */
export interface ItemPartition {
  /** The item's own record, unless its time is over. */
  item: Attributes | null;
  /** What is known of the last change, where there is one. */
  change: {
    revision: number;
    changedAt: Instant;
    days: string[];
    formerCopies: string[];
    /** Absent where an earlier version wrote it. */
    copies?: string[];
    removed: boolean;
  } | null;
  /** Keys of all records. */
  all: Key[];
  /** Records that hold all statements of a revision. */
  statements: Attributes[];
  /** Records of bodies, with what they tell of coming dates. */
  bodies: Attributes[];
}

const FIELDS = [
  ...[...ITEM_ATTRIBUTES, 'feedId', 'storedAt', 'expiresAt', 'sortAt'],
  ...['changedAt', 'days', 'copies', 'formerCopies', 'removed'],
  ...['itemId', 'packed', 'statements', 'piece', 'pieces', 'coming'],
];

/** Reads the keys of an item's partition, and what decides about writing, as they are now. */
export async function readItemPartition(context: TableContext, id: string): Promise<ItemPartition> {
  const { pk, sk } = keys.item(id);
  const found = await collect(queryRecords(context, { index: null, partition: pk, consistent: true, fields: FIELDS }));
  const item = found.find((record) => record.sk === sk && !isExpired(record, context.clock.now()));
  const change = found.find((record) => record.sk === keys.change(id).sk);
  return {
    item: item ? itemFields(item) : null,
    change: (change as unknown as ItemPartition['change']) ?? null,
    all: found.map((record) => ({ pk, sk: String(record.sk) })),
    statements: found.filter(isPiece),
    bodies: found.filter(({ sk }) => String(sk).startsWith('BODY#')),
  };
}
