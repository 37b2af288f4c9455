import { setTimeout as pause } from 'node:timers/promises';
import { notifyWith } from '../lambda/api/searches/notify-with.ts';
import { createPoster } from '../lambda/fetch/create-poster.ts';
import { describeError } from '../lambda/model/errors.ts';
import type { Clock, Log } from '../lambda/model/ports.ts';
import { notify } from '../lambda/pipeline/notify/notify.ts';
import type { Store } from '../lambda/store/store.ts';
import { every } from './every.ts';
import type { LocalSettings } from './settings.ts';

const MINUTE = 60_000;
/** A message under way is given so long at a stop; it is sent again after the next start. */
const GRACE = 10_000;

/** What tells people, every minute. */
export interface Notifying {
  /** Begins nothing new, and resolves when what was under way is done, or its time is over. */
  stop(): Promise<void>;
}

/** Tells people what their searches find, every minute; of several processes on one store one at a time. */
export function startNotifying(deps: {
  store: Store;
  clock: Clock;
  log: Log;
  settings: LocalSettings;
  /** Milliseconds between runs. @default a minute */
  period?: number;
}): Notifying {
  const { store, clock, log, settings, period = MINUTE } = deps;
  const poster = createPoster(settings, clock);
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async (): Promise<void> => {
    try {
      await notify({ store, clock, log, poster, ...notifyWith(store, clock), isStopped: () => signal.aborted });
    } catch (error) {
      if (!signal.aborted) log.error('telling what searches find failed', describeError(error));
    }
  };
  const loop = every(period, run, signal, period / 6);
  return {
    async stop() {
      stopping.abort();
      const late = new AbortController();
      await Promise.race([loop, pause(GRACE, undefined, { signal: late.signal })]);
      late.abort();
      poster.close();
    },
  };
}
