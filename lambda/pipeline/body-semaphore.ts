import { untilAborted } from '../common/until-aborted.ts';
import { FETCH_DEFAULTS, LARGE_BYTES } from '../fetch/settings.ts';
import { InterruptedError } from '../model/errors.ts';

/** What one message holds of the semaphore. */
export interface BodyPermit {
  /**
   * Resolves when a body of so many bytes may be held; `null` is an unknown length, which counts as the largest there may be. Less than is held already
   * gives the rest back. Throws an InterruptedError when the permit is released or its signal aborted meanwhile.
   */
  acquire(bytes: number | null): Promise<void>;
  /** Gives back all that is held, for good. */
  release(): void;
}

/** Bounds the bytes of bodies that are in memory at once. */
export interface BodySemaphore {
  /** A permit for one message, which has one body at a time. */
  open(signal?: AbortSignal): BodyPermit;
}

/** How a semaphore is made. */
export interface SemaphoreOptions {
  /** In bytes; by default those of the largest body. */
  capacity?: number;
  /** Called when a large body has been worked on, before the next one is admitted. */
  afterLarge?: () => void;
}

interface Waiting {
  bytes: number;
  admit(): void;
}

/**
 * A semaphore over bytes: those who ask are admitted in their order while their bodies fit in together, one of unknown length therefore alone. Each permit
 * asks once while it holds nothing, so that nobody who holds bytes ever waits for more. Reading a body takes some ten times its bytes.
 */
export function createBodySemaphore({
  capacity = FETCH_DEFAULTS.maxBodyBytes,
  afterLarge = () => undefined,
}: SemaphoreOptions = {}): BodySemaphore {
  const waiting: Waiting[] = [];
  let free = capacity;

  const admitNext = (): void => {
    for (let next = waiting[0]; next && next.bytes <= free; next = waiting[0]) {
      waiting.shift();
      free -= next.bytes;
      next.admit();
    }
  };
  const giveBack = (bytes: number): void => {
    free += bytes;
    admitNext();
  };

  return {
    open(signal) {
      let held = 0;
      let isReleased = false;
      return {
        async acquire(bytes) {
          const wanted = Math.min(bytes ?? capacity, capacity);
          if (held > 0) {
            giveBack(Math.max(0, held - wanted));
            held = Math.min(held, wanted);
            return;
          }
          const place: Waiting = { bytes: wanted, admit: () => undefined };
          const admitted = new Promise<void>((resolve) => {
            place.admit = resolve;
          });
          waiting.push(place);
          admitNext();
          try {
            await untilAborted(admitted, signal);
          } catch (error) {
            const at = waiting.indexOf(place);
            if (at >= 0) waiting.splice(at, 1);
            else giveBack(wanted);
            admitNext();
            throw error;
          }
          if (isReleased) {
            giveBack(wanted);
            throw new InterruptedError('the body is not wanted any more');
          }
          held = wanted;
        },
        release() {
          isReleased = true;
          if (held > LARGE_BYTES) afterLarge();
          giveBack(held);
          held = 0;
        },
      };
    },
  };
}
