import type { SQSEvent } from 'aws-lambda';
import { type BatchQueue, hideFor } from './hide-for.ts';

/** The queue's own time of hiding is six times what a run may take; a worker that dies must not hold up its lanes for that long. */
const SECONDS = 120;
/** Early enough that a renewal may fail, or come late while a document is read. */
const RENEWED_MILLISECONDS = 45_000;

/** Calls the work every so many milliseconds, until what it answers is called. */
export type Every = (milliseconds: number, work: () => void) => () => void;

/**
 * Does the work while the batch is kept from other workers: for two minutes, renewed until the work is over. A worker that is killed renews nothing more, so
 * that another one has its messages within two minutes. Where SQS refuses, the work is done all the same.
 */
export async function keepHidden<Result>(
  { Records }: SQSEvent,
  { every, ...queue }: BatchQueue & { every: Every },
  work: () => Promise<Result>,
): Promise<Result> {
  const hide = () => hideFor(SECONDS, Records, queue, 'messages could not be kept from other workers');
  await hide();
  let renewing: Promise<void> | null = null;
  const stop = every(RENEWED_MILLISECONDS, () => {
    renewing ??= hide().finally(() => {
      renewing = null;
    });
  });
  try {
    return await work();
  } finally {
    stop();
    // One that is under way would undo what is said of the messages next.
    await renewing;
  }
}
