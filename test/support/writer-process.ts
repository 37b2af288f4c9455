import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A process that writes into a data folder until it is killed. */
export interface WriterProcess {
  /** Reads on until so many lines in all say that an article is saved; answers their numbers. */
  saved(count: number): Promise<number[]>;
  /** SIGKILL, and waits for its end; answers all numbers that were said. */
  kill(): Promise<number[]>;
}

/** Starts it on the folder; articles are numbered from `first`. */
export function startWriter(folder: string, first: number): WriterProcess {
  const script = new URL('article-writer.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const numbers: number[] = [];
  const read = async (count: number) => {
    while (numbers.length < count) {
      const { value, done } = await lines.next();
      if (done) break;
      numbers.push(Number(value.replace('saved ', '')));
    }
    return numbers;
  };
  return {
    saved: read,
    async kill() {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
      return read(Number.POSITIVE_INFINITY);
    },
  };
}
