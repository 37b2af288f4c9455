/** A length of time that several pieces of work share. */
export interface TimeBudget {
  /** Runs the work on what is left; when that is over, its signal is aborted and the promise rejected. */
  spend<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

/** A budget of so many milliseconds, of which only the time inside `spend` is taken; work that is late fails with `lateError`. */
export function timeBudget(milliseconds: number, lateError: () => Error): TimeBudget {
  let left = milliseconds;
  return {
    async spend(work) {
      const began = performance.now();
      const controller = new AbortController();
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => {
          reject(lateError());
          controller.abort();
        }, left);
      });
      try {
        return await Promise.race([work(controller.signal), late]);
      } finally {
        clearTimeout(timer);
        left -= performance.now() - began;
      }
    },
  };
}
