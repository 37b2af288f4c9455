import type { Attributes, Condition, Key, Table } from '../table/port.ts';
import { type Lease, leaseLost } from './lease.ts';

/** So many writes are under way side by side. */
const AT_ONCE = 32;

/** The attribute that tells under which lease a record was written. */
export const EPOCH_ATTRIBUTE = 'epoch';

/** Of a record that later owners of the lease may have written or changed: that none has. */
export const notOvertaken = ({ epoch }: Lease): Condition => ({
  anyOf: [{ lacks: EPOCH_ATTRIBUTE }, { atMost: [EPOCH_ATTRIBUTE, epoch] }],
});

/** Runs the writes side by side; when one throws, those that are under way come to their end. */
async function runAll(writes: readonly (() => Promise<void>)[]): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    for (let write = writes[next++]; write; write = writes[next++]) await write();
  };
  const workers = await Promise.allSettled(Array.from({ length: Math.min(AT_ONCE, writes.length) }, work));
  const failed = workers.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

/** Deletes the records that no later owner of the lease has written. */
export function deleteFenced(table: Table, lease: Lease, keys: readonly Key[]): Promise<void> {
  const condition = notOvertaken(lease);
  return runAll(
    keys.map((key) => async () => {
      await table.delete(key, { allOf: [{ exists: true }, condition] });
    }),
  );
}

/**
 * Puts the records, each on condition that no later owner of the lease has written it: a worker that slept past its lease changes nothing. Throws
 * StoreError `lease-lost` where one has; any part of the records may have been written then.
 */
export function putFenced(table: Table, lease: Lease, records: readonly (Attributes & Key)[]): Promise<void> {
  const condition = notOvertaken(lease);
  return runAll(
    records.map((record) => async () => {
      const isWritten = await table.put({ ...record, [EPOCH_ATTRIBUTE]: lease.epoch }, condition);
      if (!isWritten) throw leaseLost(lease.job);
    }),
  );
}
