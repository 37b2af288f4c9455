/** A length of time that several pieces of work share. */
export interface TimeBudget {
  /** Runs the work on what is left; when that is over, its signal is aborted and the promise rejected. */
  spend<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** For work inside `spend`: waits for what the work is not to blame for, and takes no time for it. */
  pause<T>(wait: () => Promise<T>): Promise<T>;
}

/** A budget of so many milliseconds, of which only the time inside `spend` is taken; work that is late fails with `lateError`. */
export function timeBudget(milliseconds: number, lateError: () => Error): TimeBudget {
  let left = milliseconds;
  let began = 0;
  let isSpending = false;
  let timer: NodeJS.Timeout | undefined;
  let whenLate = (): void => undefined;
  const go = (): void => {
    began = performance.now();
    timer = setTimeout(() => whenLate(), left);
  };
  const stop = (): void => {
    clearTimeout(timer);
    left -= performance.now() - began;
  };
  return {
    async spend(work) {
      const controller = new AbortController();
      const late = new Promise<never>((_resolve, reject) => {
        whenLate = () => {
          reject(lateError());
          controller.abort();
        };
      });
      isSpending = true;
      go();
      try {
        return await Promise.race([work(controller.signal), late]);
      } finally {
        isSpending = false;
        stop();
      }
    },
    async pause(wait) {
      // Work that was late may still come here, whose time is over.
      if (!isSpending) return wait();
      stop();
      try {
        return await wait();
      } finally {
        go();
      }
    },
  };
}
