import { parentPort } from 'node:worker_threads';
import { extract } from '../lambda/extract/extract.ts';
import type { PageContext } from '../lambda/fulltext/page-result.ts';
import { describeError, FeedParseError } from '../lambda/model/errors.ts';
import type { ExtractionInput } from '../lambda/model/extraction.ts';
import { type DocumentContext, readDocument } from '../lambda/pipeline/read-document.ts';

/** What the thread is to read. */
export type ThreadWork =
  | { kind: 'text'; input: ExtractionInput }
  | { kind: 'document'; bytes: Uint8Array; context: DocumentContext }
  | { kind: 'page'; bytes: Uint8Array; context: PageContext };

/** A question to the thread, by a number from 1. */
export interface ThreadQuestion {
  number: number;
  work: ThreadWork;
}

/** What it read, or the error that it met; number 0 says that it is ready. */
export interface ThreadAnswer {
  number: number;
  value?: unknown;
  error?: { code: string; message: string; isOfFeed: boolean };
}

const answer = (message: ThreadAnswer): void => parentPort?.postMessage(message);

async function read(work: ThreadWork): Promise<unknown> {
  if (work.kind === 'text') return extract(work.input);
  if (work.kind === 'document') return readDocument(work.bytes, work.context);
  // Loaded when the first page comes, for reading pages takes more code than all the rest.
  const { extractPage } = await import('../lambda/fulltext/extract-page.ts');
  return extractPage(work.bytes, work.context);
}

// One after the other: the first question that has no answer is the one that it died of.
let last: Promise<void> = Promise.resolve();

async function answerTo({ number, work }: ThreadQuestion): Promise<void> {
  try {
    answer({ number, value: await read(work) });
  } catch (error) {
    answer({ number, error: { ...describeError(error), isOfFeed: error instanceof FeedParseError } });
  }
}

parentPort?.on('message', (question: ThreadQuestion) => {
  last = last.then(() => answerTo(question));
});
answer({ number: 0 });
