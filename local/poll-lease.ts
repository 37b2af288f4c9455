import { hostname } from 'node:os';
import { StoreError } from '../lambda/model/errors.ts';
import type { Clock } from '../lambda/model/ports.ts';
import { createLeases, type Lease } from '../lambda/store/jobs/lease.ts';
import { type LeaseState, leaseKey } from '../lambda/store/jobs/record.ts';
import type { Table } from '../lambda/store/table/port.ts';

const JOB = 'poll';
/** Longer than two rounds of polls, each of which extends it. */
const MILLISECONDS = 150_000;
const OWNER = `process ${process.pid} on ${hostname()}`;
const OWNER_FORM = /^process (\d+) on (.*)$/s;

/** Which of the processes that serve one folder polls its feeds. */
export interface PollLease {
  /** Takes the lease, or extends it; answers who has it instead, in words, or `null` where this process does. */
  hold(): Promise<string | null>;
  /** Whether another process has it now. */
  isOthers(): Promise<boolean>;
  release(): Promise<void>;
}

/** The lease of polling, for this process. */
export function createPollLease(table: Table, clock: Clock): PollLease {
  const leases = createLeases({ table, clock });
  let own: Lease | null = null;
  /** Who has it; a process of this machine that is no more, as after a SIGKILL, has it no longer. */
  const other = async (): Promise<string | null> => {
    const state = await leases.holder(JOB);
    if (state === null || (own && state.epoch === own.epoch)) return null;
    if (!isDead(state.owner)) return state.owner;
    await giveBack(table, state);
    return null;
  };
  return {
    async hold() {
      try {
        await own?.keep();
      } catch (error) {
        if (!(error instanceof StoreError && error.code === 'lease-lost')) throw error;
        own = null;
      }
      if (own) return null;
      for (;;) {
        const owner = await other();
        if (owner !== null) return owner;
        own = await leases.acquire(JOB, { owner: OWNER, milliseconds: MILLISECONDS });
        if (own) return null;
      }
    },
    isOthers: async () => (await other()) !== null,
    async release() {
      await own?.release();
      own = null;
    },
  };
}

/** Ends the lease of an owner that can't do so any more, unless somebody else has done it. */
async function giveBack(table: Table, { epoch, expiresAt }: LeaseState): Promise<void> {
  await table.update(
    leaseKey(JOB),
    { set: { released: true } },
    { allOf: [{ equals: ['epoch', epoch] }, { equals: ['expiresAt', expiresAt] }] },
  );
}

function isDead(owner: string): boolean {
  const [, pid, host] = OWNER_FORM.exec(owner) ?? [];
  if (host !== hostname()) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
