import { StoreError } from '../../model/errors.ts';
import { itemSchema } from '../../model/item.ts';
import type { Attributes } from '../codec.ts';
import { PACKED_ATTRIBUTE, unpack } from '../packed.ts';
import type { KnownItem } from '../store-shapes.ts';

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
  fields: [...Object.keys(schema.shape), 'pk', 'ttl', PACKED_ATTRIBUTE],
  decode(attributes: Attributes): KnownItem {
    const parsed = schema.safeParse(unpack(attributes));
    if (parsed.success) return parsed.data;
    throw new StoreError('corrupt-record', `the record ${String(attributes.pk)} is not as it must be`, parsed.error);
  },
};
