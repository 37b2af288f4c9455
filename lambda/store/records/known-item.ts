import { StoreError } from '../../model/errors.ts';
import { itemSchema } from '../../model/item.ts';
import type { KnownItem } from '../store-shapes.ts';
import type { Attributes } from '../table/port.ts';
import { ITEM_ATTRIBUTES, itemFields } from './item.ts';

const schema = itemSchema.pick({
  id: true,
  feedHash: true,
  contentHash: true,
  revision: true,
  revisionsThatDay: true,
  storedAt: true,
  changedAt: true,
  sortAt: true,
  duplicateOf: true,
  fullText: true,
  extractorVersion: true,
  expiresAt: true,
  correctedAt: true,
});

/** The part of an item's record that the known-check reads. */
export const knownItemRecord = {
  /** Attributes to ask for. */
  fields: [...new Set([...ITEM_ATTRIBUTES, ...Object.keys(schema.shape)])],
  decode(attributes: Attributes): KnownItem {
    const parsed = schema.safeParse(itemFields(attributes));
    if (parsed.success) return parsed.data;
    throw new StoreError('corrupt-record', `the record ${String(attributes.pk)} is not as it must be`, parsed.error);
  },
};
