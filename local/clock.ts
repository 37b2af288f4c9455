import type { Clock } from '../lambda/model/ports.ts';

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() };
