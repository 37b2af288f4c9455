import fc from 'fast-check';
import { processorMilliseconds } from '../support/processor-time.ts';
import type { Room } from './rooms.ts';

/** So much processor time may a case take. */
const MOST_MILLISECONDS = 2_000;

/** What came of a room: the slowest case in milliseconds of the processor, or what went wrong, with the case and how to run it again. */
export interface RoomReport {
  slowest: number;
  failure: string | null;
}

/** Gives a room so many cases of this seed; `onCase` is called before each. */
export async function runRoom(room: Room, seed: number, cases: number, onCase = (): void => {}): Promise<RoomReport> {
  const { property, close } = await room.open();
  let slowest = 0;
  const run = property.run.bind(property);
  const measured: typeof property = Object.assign(Object.create(property), {
    async run(...given: Parameters<typeof run>) {
      onCase();
      const began = processorMilliseconds();
      const failed = await run(...given);
      const took = processorMilliseconds() - began;
      slowest = Math.max(slowest, took);
      if (failed !== null || took <= MOST_MILLISECONDS) return failed;
      return { error: new Error(`took ${Math.round(took)} ms of the processor`) };
    },
  });
  try {
    const details = await fc.check(measured, {
      seed,
      numRuns: cases,
      endOnFailure: false,
      interruptAfterTimeLimit: 3_600_000,
    });
    const isFine = !details.failed && !details.interrupted;
    return { slowest, failure: isFine ? null : (fc.defaultReportMessage(details)?.slice(0, 4_000) ?? 'interrupted') };
  } finally {
    await close?.();
  }
}
