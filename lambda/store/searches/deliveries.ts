import type { Delivery } from '../../model/delivery.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import { collect } from '../collect.ts';
import { type Checkpoint, openCheckpoint, readProgress } from '../jobs/checkpoint.ts';
import type { Lease } from '../jobs/lease.ts';
import { readDue } from '../read-due.ts';
import type { StoreContext } from '../store-context.ts';
import type { Positioned } from '../store-shapes.ts';
import { decodeEach } from '../table/codec.ts';
import { decoded, readPartition } from '../timeline.ts';
import {
  DELIVERIES,
  deliveredSayingKey,
  deliveredSayingRecord,
  deliveriesOf,
  deliveriesOfItem,
  deliveryRecord,
} from './delivery-record.ts';

import { NOTHING_NOTIFIED, NOTIFY, type NotifyProgress, notifyProgressSchema } from './notify-progress.ts';

/** So long a delivery and a saying are remembered. */
const KEPT = 30 * 86_400_000;

/** Deliveries of saved searches, and how far notifying is; each is kept for 30 days. */
export interface DeliveryRepository {
  /** Adds a delivery; false where that search has told that channel that statement already. */
  add(delivery: Delivery): Promise<boolean>;
  /** Replaces it; false where another worker has tried it meanwhile. */
  replace(delivery: Delivery, attempts: number): Promise<boolean>;
  /** What the search has told of the item, or is about to. */
  ofItem(searchId: string, itemId: string): Promise<Delivery[]>;
  /** Those that are due, the longest due first, at most `limit`. */
  due(now: Instant, limit: number): Promise<Delivery[]>;
  /** Those of a search, the latest first. */
  ofSearch(searchId: string, after?: string): AsyncIterable<Positioned<Delivery>>;
  /** Notes that the search tells the saying by this statement; false where it has told it by another one. */
  tellSaying(saying: { searchId: string; key: string; statementId: string }): Promise<boolean>;
  /** How far notifying is; `null` where it never began. */
  progress(): Promise<NotifyProgress | null>;
  /** Opens the checkpoint of notifying. */
  open(lease: Lease): Promise<Checkpoint<NotifyProgress>>;
}

/** Deliveries in the table. */
export function createDeliveryRepository(context: StoreContext): DeliveryRepository {
  const { table, clock } = context;
  const expiry = (from: Instant): Instant => toInstant(Date.parse(from) + KEPT);
  const encode = (delivery: Delivery) => deliveryRecord.encode(delivery, expiry(delivery.createdAt));
  return {
    add: (delivery) => table.put(encode(delivery), { exists: false }),
    replace: (delivery, attempts) => table.put(encode(delivery), { equals: ['attempts', attempts] }),
    async ofItem(searchId, itemId) {
      const partition = deliveriesOf(searchId);
      const query = { index: null, partition, beginsWith: deliveriesOfItem(itemId), consistent: true };
      return decodeEach(context, await collect(table.query(query)), deliveryRecord.decode);
    },
    due: async (now, limit) =>
      decodeEach(context, await readDue(context, DELIVERIES, { now, limit }), deliveryRecord.decode),
    ofSearch: (searchId, after) =>
      decoded(
        context,
        readPartition(context, 'gsi1', deliveriesOf(searchId), { after, descending: true }),
        deliveryRecord.decode,
      ),
    progress: () => readProgress(table, NOTIFY, notifyProgressSchema),
    open: (lease) => openCheckpoint(table, lease, { schema: notifyProgressSchema, first: NOTHING_NOTIFIED }),
    async tellSaying({ searchId, key, statementId }) {
      const toldAt = toInstant(clock.now());
      const record = deliveredSayingRecord.encode({ searchId, key, statementId, toldAt }, expiry(toldAt));
      if (await table.put(record, { exists: false })) return true;
      const found = await table.get(deliveredSayingKey(searchId, key));
      return found === null || deliveredSayingRecord.decode(found).statementId === statementId;
    },
  };
}
