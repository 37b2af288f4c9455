import { setTimeout as pause } from 'node:timers/promises';

/** Does the work at once and then again and again, that long after each end, until the signal; `work` must not throw. */
export async function every(milliseconds: number, work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await work();
    await pause(milliseconds, undefined, { signal }).catch(() => null);
  }
}
