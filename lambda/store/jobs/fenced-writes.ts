import type { Attributes, Condition, Key, Table } from '../table/port.ts';
import { type Lease, leaseLost } from './lease.ts';

/** So many writes are under way side by side. */
const AT_ONCE = 32;

/** The attribute that tells under which lease a record was written. */
export const EPOCH_ATTRIBUTE = 'epoch';

/**
 * Puts the records, each on condition that no later owner of the lease has written it: a worker that slept past its lease changes nothing. Throws
 * StoreError `lease-lost` where one has; any part of the records may have been written then.
 */
export async function putFenced(table: Table, lease: Lease, records: readonly (Attributes & Key)[]): Promise<void> {
  const isFree: Condition = { anyOf: [{ exists: false }, { atMost: [EPOCH_ATTRIBUTE, lease.epoch] }] };
  let next = 0;
  const work = async (): Promise<void> => {
    for (let record = records[next++]; record; record = records[next++]) {
      const isWritten = await table.put({ ...record, [EPOCH_ATTRIBUTE]: lease.epoch }, isFree);
      if (!isWritten) throw leaseLost(lease.job);
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: Math.min(AT_ONCE, records.length) }, work));
  const failed = workers.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
