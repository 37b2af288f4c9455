import { StoreError } from '../../model/errors.ts';
import { toInstant } from '../../model/instant.ts';
import type { Clock } from '../../model/ports.ts';
import type { Condition, Table } from '../table/port.ts';
import { type LeaseState, leaseKey, leaseRecord } from './record.ts';

/** The right to work on a job until it expires. */
export interface Lease {
  job: string;
  /** Rises with every owner; writes are conditional on it. */
  epoch: number;
  /** Whether the owner before has not given it back: it died, or sleeps and will write again. */
  tookOver: boolean;
  /** Extends the lease when a third of its time is over. Throws StoreError `lease-lost` where another worker has taken it. */
  keep(): Promise<void>;
  /** Gives it back; nothing happens where another worker has taken it. */
  release(): Promise<void>;
}

/** Who wants a lease, and for how long: longer than the worker can live, or longer than it waits between two calls of `keep`. */
export interface LeaseRequest {
  owner: string;
  milliseconds: number;
}

/** Leases of jobs that must never run twice at once. */
export interface Leases {
  /** The lease, or `null` while somebody else holds it. */
  acquire(job: string, request: LeaseRequest): Promise<Lease | null>;
  /** Who holds the lease; `null` for nobody. */
  holder(job: string): Promise<LeaseState | null>;
}

/** Leases in the table. */
export function createLeases({ table, clock }: { table: Table; clock: Clock }): Leases {
  const read = async (job: string): Promise<LeaseState | null> => {
    const found = await table.get(leaseKey(job));
    return found ? leaseRecord.decode(found) : null;
  };
  return {
    async acquire(job, { owner, milliseconds }) {
      const before = await read(job);
      const now = clock.now();
      if (before && isHeld(before, now)) return null;
      const state: LeaseState = {
        ...{ job, owner, milliseconds, epoch: (before?.epoch ?? 0) + 1, released: false },
        ...{ takenAt: toInstant(now), expiresAt: toInstant(now + milliseconds) },
      };
      const isWon = await table.put(leaseRecord.encode(state), before ? isStill(before) : { exists: false });
      return isWon ? leaseOf(state, before !== null && !before.released, { table, clock }) : null;
    },
    async holder(job) {
      const state = await read(job);
      return state && isHeld(state, clock.now()) ? state : null;
    },
  };
}

/** A lease that ends later than it can have been extended for was taken by a clock that was ahead, and holds nobody up. */
function isHeld({ released, expiresAt, milliseconds }: LeaseState, now: number): boolean {
  const left = Date.parse(expiresAt) - now;
  return !released && left > 0 && left <= milliseconds;
}

const isStill = ({ epoch, expiresAt, released }: LeaseState): Condition => ({
  allOf: [{ equals: ['epoch', epoch] }, { equals: ['expiresAt', expiresAt] }, { equals: ['released', released] }],
});

function leaseOf(state: LeaseState, tookOver: boolean, { table, clock }: { table: Table; clock: Clock }): Lease {
  const { job, epoch, milliseconds } = state;
  const isOwn: Condition = { equals: ['epoch', epoch] };
  let extendedAt = clock.now();
  return {
    ...{ job, epoch, tookOver },
    async keep() {
      const now = clock.now();
      if (Math.abs(now - extendedAt) < milliseconds / 3) return;
      const extended = leaseRecord.encode({ ...state, expiresAt: toInstant(now + milliseconds) });
      if (!(await table.put(extended, isOwn))) throw leaseLost(job);
      extendedAt = now;
    },
    async release() {
      const released = { ...state, expiresAt: toInstant(clock.now()), released: true };
      await table.put(leaseRecord.encode(released), isOwn);
    },
  };
}

/** The error of a worker that has slept past its lease. */
export function leaseLost(job: string): StoreError {
  return new StoreError('lease-lost', `another worker has taken the job ${job} over`);
}
