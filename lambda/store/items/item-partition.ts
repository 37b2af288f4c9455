import type * as z from 'zod';
import { StoreError } from '../../model/errors.ts';
import { collect } from '../collect.ts';
import { isTakenDown } from '../removals/record.ts';
import type { StoreContext } from '../store-context.ts';
import { isExpired } from '../table/codec.ts';
import type { Attributes, Key } from '../table/port.ts';
import { comingDateKey } from './coming-date-record.ts';
import { itemKey, storedItemSchema } from './record.ts';

/** What writers have to know of an item that stands. */
const heldSchema = storedItemSchema.pick({
  id: true,
  feedId: true,
  revision: true,
  edition: true,
  feedHash: true,
  contentHash: true,
  extractorVersion: true,
  storedAt: true,
  sortAt: true,
  changedAt: true,
  expiresAt: true,
  duplicateOf: true,
  storyId: true,
  copies: true,
});
export type HeldItem = z.infer<typeof heldSchema>;

/** What an item's partition holds, without texts. */
export interface ItemPartition {
  /** The item's own record, unless its time is over. */
  item: HeldItem | null;
  /** Whether an operator has taken it down: nobody writes it again. */
  isTakenDown: boolean;
  /** Keys of all records. */
  all: Key[];
  /** Keys of the rows of the calendar, by the edition whose text tells of them. */
  coming: { edition: string; key: Key }[];
}

const FIELDS = [...Object.keys(heldSchema.shape), 'pk', 'sk', 'ttl', 'itemId', 'comingDates', 'state'];

/** Reads the keys of an item's partition, and what decides about writing, as they are now. */
export async function readItemPartition(context: StoreContext, id: string): Promise<ItemPartition> {
  const { pk, sk } = itemKey(id);
  const found = await collect(context.table.query({ index: null, partition: pk, consistent: true, fields: FIELDS }));
  const item = found.find((record) => record.sk === sk && !isExpired(record, context.clock.now()));
  return {
    item: item ? held(item) : null,
    isTakenDown: found.some(isTakenDown),
    all: found.map((record) => ({ pk, sk: String(record.sk) })),
    coming: found.flatMap((record) => comingIn(id, record)),
  };
}

function held(record: Attributes): HeldItem {
  const parsed = heldSchema.safeParse(record);
  if (parsed.success) return parsed.data;
  throw new StoreError('corrupt-record', `the record ${record.pk} / ${record.sk} is not as it must be`, parsed.error);
}

/** The rows of the calendar that a record of an item tells of: those of its texts do. */
export function comingIn(itemId: string, record: Attributes): ItemPartition['coming'] {
  const { edition, sortAt, comingDates } = record as { edition: string; sortAt: string; comingDates?: unknown };
  if (!Array.isArray(comingDates)) return [];
  return comingDates.map(({ date, start }) => ({
    edition,
    key: comingDateKey({ date, start, sortAt, itemId, edition }),
  }));
}
