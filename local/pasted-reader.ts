import { InputError, WorkerStoppedError } from '../lambda/model/errors.ts';
import type { Extraction, ExtractionInput } from '../lambda/model/extraction.ts';
import { createReader, type Reader } from './reader.ts';

/** What a text may take of the processor. */
const MOST_MILLISECONDS = 2_000;

/**
 * Reads texts that somebody pasted: short ones at once, others in a thread of its own, for which polling never waits. Throws InputError
 * `takes-too-long` for one that takes more than two seconds.
 */
export function createPastedReader(milliseconds = MOST_MILLISECONDS): Pick<Reader, 'extract' | 'rest'> {
  const reader = createReader({ milliseconds, startedAfter: Number.POSITIVE_INFINITY });
  return {
    async extract(input: ExtractionInput): Promise<Extraction> {
      try {
        return await reader.extract(input);
      } catch (error) {
        if (!(error instanceof WorkerStoppedError)) throw error;
        throw new InputError('takes-too-long', error.message, '/text', error);
      }
    },
    rest: () => reader.rest(),
  };
}
