import type { Fetcher } from '../model/ports.ts';

/** Does some work with a fetcher of its own, which leads through the room. */
export type LargeRoom = <T>(fetcher: Fetcher, work: (fetcher: Fetcher) => Promise<T>) => Promise<T>;

/**
 * Room for one large body at a time, from before it is read until the work on it is over: of ten that came at once all but one stay in their sockets.
 * Whoever fetches something else meanwhile gives the room back: nobody in it ever waits for a host's turn, which somebody who waits for the room may have. `tidy` is called
 * when it is free again, before the next one enters.
 */
export function createLargeRoom(tidy: () => void): LargeRoom {
  let last = Promise.resolve();
  const enter = async (): Promise<() => void> => {
    const before = last;
    let leave = (): void => undefined;
    last = new Promise((resolve) => {
      leave = resolve;
    });
    await before;
    tidy();
    return leave;
  };
  return async (fetcher, work) => {
    let leave = (): void => undefined;
    const own: Fetcher = {
      async fetch(request) {
        leave();
        let isOver = false;
        const beforeLarge = async (): Promise<void> => {
          const leaveAgain = await enter();
          if (isOver) leaveAgain();
          else leave = leaveAgain;
        };
        try {
          return await fetcher.fetch({ ...request, beforeLarge });
        } catch (error) {
          // What was late may still ask.
          isOver = true;
          leave();
          throw error;
        }
      },
    };
    try {
      return await work(own);
    } finally {
      leave();
    }
  };
}
