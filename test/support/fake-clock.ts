import type { Clock } from '../../lambda/model/ports.ts';

/** A clock that a test turns. */
export interface FakeClock extends Clock {
  set(instant: string): void;
  advance(milliseconds: number): void;
}

/** A clock that stands at the instant until it is turned. */
export function fakeClock(instant: string): FakeClock {
  let now = Date.parse(instant);
  return {
    now: () => now,
    set(next) {
      now = Date.parse(next);
    },
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}
