import { hostname } from 'node:os';
import type { Lease, LeaseRepository } from '../lambda/store/leases/lease.ts';

const JOB = 'poll';
/** Longer than two rounds of polls, each of which renews it. */
const MILLISECONDS = 150_000;

/** Which of the processes that serve one folder polls its feeds. */
export interface PollLease {
  /** Takes the lease, or renews it; answers who has it instead, in words, or `null` where this process does. */
  hold(): Promise<string | null>;
  /** Whether another process has it now. */
  isOthers(): Promise<boolean>;
  release(): Promise<void>;
}

/** A lease for this process. */
export function createPollLease(leases: LeaseRepository, now: () => number): PollLease {
  const holder = `${process.pid}@${hostname()}`;
  let own: Lease | null = null;
  return {
    async hold() {
      if (own && (await leases.renew(own, MILLISECONDS))) return null;
      const lease = await leases.take({ job: JOB, holder, milliseconds: MILLISECONDS, isDead });
      own = lease.holder === holder ? lease : null;
      return own ? null : inWords(lease.holder);
    },
    async isOthers() {
      const lease = await leases.get(JOB);
      return lease !== null && lease.holder !== holder && Date.parse(lease.expiresAt) > now() && !isDead(lease.holder);
    },
    async release() {
      if (own) await leases.release(own);
      own = null;
    },
  };
}

/** Whether a holder on this machine is no more, as after a SIGKILL: nobody need wait for its lease to end then. */
function isDead(holder: string): boolean {
  const [pid, host] = split(holder);
  if (host !== hostname()) return false;
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function inWords(holder: string): string {
  const [pid, host] = split(holder);
  return `process ${pid} on ${host}`;
}

function split(holder: string): [pid: number, host: string] {
  const end = holder.indexOf('@');
  return [Number(holder.slice(0, end)), holder.slice(end + 1)];
}
