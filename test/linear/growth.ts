import { processorMilliseconds } from '../support/processor-time.ts';
import type { Stage } from './stages.ts';
import type { Pattern } from './units.ts';

/** What a doubling of the text did to the processor time of a stage. */
export interface Growth {
  ratio: number;
  /** Processor milliseconds of the longer text. */
  milliseconds: number;
}

const MOST_ROUNDS = 8;
/** Below this many milliseconds a clock and a collector of garbage say more than the stage does. */
const MEASURABLE = 60;

function measured({ run }: Stage, text: string): number {
  const started = processorMilliseconds();
  run(text);
  return processorMilliseconds() - started;
}

/**
 * Runs a stage on a text of `size` characters and on one twice as long, again and again until the growth is at most
 * `allowed` or the rounds are used up: the least time of each counts, since a busy machine can only add to it.
 */
export function growthOf(stage: Stage, pattern: Pattern, size: number, allowed: number): Growth {
  const [short, long] = [pattern.make(size), pattern.make(2 * size)];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    least = Math.min(least, measured(stage, short));
    most = Math.min(most, measured(stage, long));
    if (most < MEASURABLE || most <= allowed * least) break;
  }
  return { ratio: most < MEASURABLE ? 0 : most / Math.max(least, 1), milliseconds: most };
}
