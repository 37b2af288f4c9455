import { Worker } from 'node:worker_threads';
import { extract } from '../lambda/extract/extract.ts';
import type { Extraction, ExtractionInput } from '../lambda/model/extraction.ts';
import type { ThreadAnswer, ThreadQuestion } from './extraction-thread.ts';

/** Fewer texts than these in a row are read sooner than a thread is started. */
const STARTED_AFTER = 200;
/** The youngest part of the thread's heap, in MB: a text leaves little, and what is larger only holds more garbage. */
const YOUNG_MEGABYTES = 8;
const THREAD = new URL('./extraction-thread.js', import.meta.url);

/** Reads texts as `extract` does, on a second processor where there are many. */
export interface Extractor {
  extract(input: ExtractionInput): Promise<Extraction>;
  /** Whether a thread reads them just now. */
  isThreaded(): boolean;
  /** Ends the thread and frees its memory, until there are many again. */
  rest(): Promise<void>;
}

interface Question {
  input: ExtractionInput;
  resolve(extraction: Extraction | Promise<Extraction>): void;
}

/** An extractor without a thread yet. What its thread does not answer, or dies of, is read here: a thread makes it faster, and nothing else. */
export function createExtractor(startedAfter = STARTED_AFTER): Extractor {
  const asked = new Map<number, Question>();
  let thread: Worker | null = null;
  let [isReady, hasFailed] = [false, false];
  let [texts, last] = [0, 0];

  const readHere = async (input: ExtractionInput): Promise<Extraction> => extract(input);

  const start = (): Worker => {
    const started = new Worker(THREAD, {
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    started.unref();
    started.on('message', ({ number, extraction }: ThreadAnswer) => {
      if (number === 0) isReady = started === thread;
      const question = asked.get(number);
      asked.delete(number);
      question?.resolve(extraction ?? readHere(question.input));
      if (asked.size === 0) started.unref();
    });
    started.on('error', () => {
      hasFailed = true;
    });
    started.on('exit', () => {
      if (started !== thread) return;
      [thread, isReady] = [null, false];
      for (const { input, resolve } of asked.values()) resolve(readHere(input));
      asked.clear();
    });
    return started;
  };

  return {
    extract(input) {
      texts++;
      if (thread === null && texts > startedAfter && !hasFailed) thread = start();
      if (thread === null || !isReady) return readHere(input);
      const number = ++last;
      const { promise, resolve } = withResolver<Extraction>();
      asked.set(number, { input, resolve });
      // A process waits for answers, and for nothing else of the thread.
      thread.ref();
      thread.postMessage({ number, input } satisfies ThreadQuestion);
      return promise;
    },
    isThreaded: () => isReady,
    async rest() {
      texts = 0;
      await thread?.terminate();
    },
  };
}

function withResolver<T>() {
  let resolve: (value: T | Promise<T>) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
