import type { Clock, Log } from '../../lambda/model/ports.ts';
import { rollup } from '../../lambda/pipeline/rollup/rollup.ts';
import type { WorkRecorder } from './work-recorder.ts';

/** Counts and indexes as every hour, each for itself: the index of words begins when it is known how far was counted. */
export async function countHour(
  work: WorkRecorder,
  { clock, log }: { clock: Clock; log: Log },
  prefix: string,
): Promise<void> {
  const { search } = work.store();
  let isCounted = (): void => undefined;
  const counting = new Promise<void>((resolve) => {
    isCounted = resolve;
  });
  let goOn = (): void => undefined;
  const pause = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const state: typeof search.state = async () => {
    isCounted();
    await pause;
    return search.state();
  };
  const parted = { ...work.store(), search: { ...search, state } };
  let report: ReturnType<typeof rollup> | undefined;
  await work.measure(`${prefix}rollup`, 1, async () => {
    report = rollup({ store: parted, clock, log });
    await Promise.race([counting, report]);
  });
  await work.measure(`${prefix}indexing`, 0, async () => {
    goOn();
    const words = (await report)?.words;
    work.of(`${prefix}indexing`).count += words?.changes ?? 0;
  });
}
