import { parentPort } from 'node:worker_threads';
import { extract } from '../lambda/extract/extract.ts';
import type { Extraction, ExtractionInput } from '../lambda/model/extraction.ts';

/** A text for the thread to read. */
export interface ThreadQuestion {
  number: number;
  input: ExtractionInput;
}

/** What it read, or `null` where that failed; number 0 says that it is ready. */
export interface ThreadAnswer {
  number: number;
  extraction: Extraction | null;
}

const answer = (message: ThreadAnswer): void => parentPort?.postMessage(message);

parentPort?.on('message', ({ number, input }: ThreadQuestion) => {
  try {
    answer({ number, extraction: extract(input) });
  } catch {
    answer({ number, extraction: null });
  }
});
answer({ number: 0, extraction: null });
