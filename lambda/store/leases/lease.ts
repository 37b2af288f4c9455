import * as z from 'zod';
import { type Instant, toInstant } from '../../model/instant.ts';
import type { StoreContext } from '../store-context.ts';
import { defineRecord } from '../table/codec.ts';
import { keys } from '../table/keys.ts';
import type { Condition } from '../table/port.ts';

/** A job's lease: who does the job, and until when. The epoch grows with each holder, so that one who slept past the end is told apart. */
export interface Lease {
  job: string;
  holder: string;
  epoch: number;
  expiresAt: Instant;
}

/** Leases of jobs that must never run twice at once. */
export interface LeaseRepository {
  /** The lease as it was last written; it may be over. */
  get(job: string): Promise<Lease | null>;
  /**
   * Takes the lease for so many milliseconds, where nobody has it; `isDead` may say of a holder that it is no more. Answers the new lease, or the one that
   * another holder has.
   */
  take(wanted: {
    job: string;
    holder: string;
    milliseconds: number;
    isDead?: (holder: string) => boolean;
  }): Promise<Lease>;
  /** Prolongs a lease; false where somebody else has taken it meanwhile. */
  renew(lease: Lease, milliseconds: number): Promise<boolean>;
  /** Ends a lease, so that the next holder need not wait. */
  release(lease: Lease): Promise<void>;
}

const leaseRecord = defineRecord(
  z.object({ job: z.string(), holder: z.string(), epoch: z.int(), expiresAt: z.iso.datetime() }),
  ({ job }) => keys.lease(job),
);

/** The record is put on condition of the one that was read: of two takers just one is right. */
export function createLeaseRepository({ table, clock }: StoreContext): LeaseRepository {
  const get = async (job: string): Promise<Lease | null> => {
    const found = await table.get(keys.lease(job));
    return found && leaseRecord.decode(found);
  };
  const after = (milliseconds: number): Instant => toInstant(clock.now() + milliseconds);
  return {
    get,
    async take({ job, holder, milliseconds, isDead = () => false }) {
      for (;;) {
        const known = await get(job);
        const isOver = known === null || Date.parse(known.expiresAt) <= clock.now() || isDead(known.holder);
        if (known && !isOver) return known;
        const lease: Lease = { job, holder, epoch: (known?.epoch ?? 0) + 1, expiresAt: after(milliseconds) };
        if (await table.put(leaseRecord.encode(lease), known ? isStill(known) : { exists: false })) return lease;
      }
    },
    renew: ({ job, epoch }, milliseconds) =>
      table.update(keys.lease(job), { set: { expiresAt: after(milliseconds) } }, { equals: ['epoch', epoch] }),
    async release({ job, epoch }) {
      await table.update(keys.lease(job), { set: { expiresAt: after(0) } }, { equals: ['epoch', epoch] });
    },
  };
}

/** The record says what was read: neither taken nor prolonged since. */
function isStill({ epoch, expiresAt }: Lease): Condition {
  return { allOf: [{ equals: ['epoch', epoch] }, { equals: ['expiresAt', expiresAt] }] };
}
