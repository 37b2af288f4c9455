import { Worker } from 'node:worker_threads';
import { extract } from '../lambda/extract/extract.ts';
import type { PageContext, PageResult } from '../lambda/fulltext/page-result.ts';
import { FeedParseError, WorkerStoppedError } from '../lambda/model/errors.ts';
import type { Extraction, ExtractionInput } from '../lambda/model/extraction.ts';
import { type DocumentContext, type ReadDocument, readDocument } from '../lambda/pipeline/read-document.ts';
import type { ThreadAnswer, ThreadQuestion, ThreadWork } from './reader-thread.ts';

/** Fewer texts than these in a row are read sooner than a thread is started. */
const STARTED_AFTER = 200;
/** Longer texts, in characters, and larger documents and pages, in bytes, are always read in the thread: they can be ended there. */
const LONG_TEXT = 20_000;
const LARGE_BYTES = 200_000;
/** Size of the thread's young generation, in MB. A text leaves few objects alive, so a larger one would only hold more garbage. */
const YOUNG_MEGABYTES = 8;
const THREAD = new URL('./reader-thread.js', import.meta.url);

/** What one text, document or page may take. */
export interface ReaderLimits {
  /** Texts that are read without a thread. @default 200 */
  startedAfter?: number;
  /** The thread does nothing else meanwhile, so that this is its processor time or more. @default 60000 */
  milliseconds?: number;
  /** The thread's heap, in MB. @default 512 */
  megabytes?: number;
}

/** Reads texts, documents and pages as the stages do: large ones, and many, in a thread. Throws WorkerStoppedError for what takes more than its limits. */
export interface Reader {
  extract(input: ExtractionInput): Promise<Extraction>;
  readDocument(bytes: Uint8Array, context: DocumentContext): Promise<ReadDocument>;
  readPage(bytes: Uint8Array, context: PageContext): Promise<PageResult>;
  /** Whether a thread reads just now. */
  isThreaded(): boolean;
  /** Ends the thread and frees its memory, until it is needed again. */
  rest(): Promise<void>;
}

interface Question {
  work: ThreadWork;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

async function readHere(work: ThreadWork): Promise<unknown> {
  if (work.kind === 'text') return extract(work.input);
  if (work.kind === 'document') return readDocument(work.bytes, work.context);
  const { extractPage } = await import('../lambda/fulltext/extract-page.ts');
  return extractPage(work.bytes, work.context);
}

function isLarge(work: ThreadWork): boolean {
  return work.kind === 'text' ? work.input.text.length > LONG_TEXT : work.bytes.length > LARGE_BYTES;
}

/** A reader without a thread yet. */
export function createReader(limits: ReaderLimits = {}): Reader {
  const { startedAfter = STARTED_AFTER, milliseconds = 60_000, megabytes = 512 } = limits;
  const asked = new Map<number, Question>();
  let thread: Worker | null = null;
  /** `isAble`: whether threads can be started at all here. */
  let [isReady, isAble] = [false, true];
  let [texts, last] = [0, 0];
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;

  /** The time of the first question that has no answer begins. */
  const arm = (): void => {
    clearTimeout(timer);
    const running = thread;
    if (running === null || !isReady || asked.size === 0) return;
    timer = setTimeout(() => {
      isOver = true;
      void running.terminate();
    }, milliseconds);
    timer.unref();
  };

  const start = (): Worker => {
    const started = new Worker(THREAD, {
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES, maxOldGenerationSizeMb: megabytes },
    });
    started.unref();
    started.on('message', ({ number, value, error }: ThreadAnswer) => {
      if (started !== thread) return;
      if (number === 0) isReady = true;
      const question = asked.get(number);
      asked.delete(number);
      if (error)
        question?.reject(error.isOfFeed ? new FeedParseError(error.code, error.message) : new Error(error.message));
      else question?.resolve(value);
      arm();
      if (asked.size === 0) started.unref();
    });
    let failure: NodeJS.ErrnoException | null = null;
    started.on('error', (error: Error) => {
      failure = error;
    });
    started.on('exit', () => {
      if (started !== thread) return;
      clearTimeout(timer);
      if (failure && !isReady && failure.code !== 'ERR_WORKER_OUT_OF_MEMORY') isAble = false;
      const [first, ...others] = asked.values();
      const why = isOver ? `took more than ${milliseconds / 1000} s` : failure?.message;
      asked.clear();
      [thread, isReady, isOver] = [null, false, false];
      if (why !== undefined && isAble) first?.reject(stopped(first.work, why));
      else if (first) others.unshift(first);
      for (const { work, resolve, reject } of others) ask(work).then(resolve, reject);
    });
    return started;
  };

  const ask = (work: ThreadWork): Promise<unknown> => {
    const isMust = isLarge(work);
    if (thread === null && isAble && (isMust || texts > startedAfter)) thread = start();
    if (thread === null || (!isReady && !isMust)) return readHere(work);
    const number = ++last;
    return new Promise((resolve, reject) => {
      asked.set(number, { work, resolve, reject });
      // A process waits for answers, and for nothing else of the thread.
      thread?.ref();
      thread?.postMessage({ number, work } satisfies ThreadQuestion);
      if (asked.size === 1) arm();
    });
  };

  return {
    extract(input) {
      texts++;
      return ask({ kind: 'text', input }) as Promise<Extraction>;
    },
    readDocument: (bytes, context) => ask({ kind: 'document', bytes, context }) as Promise<ReadDocument>,
    readPage: (bytes, context) => ask({ kind: 'page', bytes, context }) as Promise<PageResult>,
    isThreaded: () => isReady,
    async rest() {
      texts = 0;
      await thread?.terminate();
    },
  };
}

function stopped(work: ThreadWork, why: string): WorkerStoppedError {
  const what =
    work.kind === 'text'
      ? `a text of ${work.input.text.length} characters`
      : `a ${work.kind} of ${work.bytes.length} bytes`;
  return new WorkerStoppedError(`reading ${what} was stopped: ${why}`);
}
