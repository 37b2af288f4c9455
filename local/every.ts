import { setTimeout as pause } from 'node:timers/promises';

/** Does the work, after a first wait, and then again and again, that long after each end, until the signal; `work` must not throw. */
export async function every(
  milliseconds: number,
  work: () => Promise<void>,
  signal: AbortSignal,
  firstWait = 0,
): Promise<void> {
  if (firstWait > 0) await pause(firstWait, undefined, { signal }).catch(() => null);
  while (!signal.aborted) {
    await work();
    await pause(milliseconds, undefined, { signal }).catch(() => null);
  }
}
