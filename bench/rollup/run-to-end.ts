import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RollupReport } from '../../lambda/pipeline/rollup/rollup.ts';

const run = promisify(execFile);
/** The heap that fits into the function's 1,024 MB beside the engine and the SDK. */
const HEAP_MEGABYTES = 700;
/** Runs begin every ten minutes. */
const BETWEEN_RUNS = 600_000;

/** Runs the rollup at `start` and every ten minutes of the data's time until a round is finished, each run in a process of its own; answers lines of a table. */
export async function runToEnd(
  folder: string,
  start: number,
  beforeRun: (run: number, now: number) => Promise<void>,
): Promise<string[]> {
  const lines = [
    '| run | seconds | outcome | changes read | rows written | peak MB |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  const program = join(import.meta.dirname, 'rollup-process.ts');
  for (let number = 1; ; number++) {
    const now = start + (number - 1) * BETWEEN_RUNS;
    await beforeRun(number, now);
    const began = Date.now();
    const options = [`--max-old-space-size=${HEAP_MEGABYTES}`, '--import', 'tsx', program, folder, String(now)];
    const { stdout } = await run(process.execPath, options, { env: { ...process.env, NODE_NO_WARNINGS: '1' } });
    const report = JSON.parse(stdout) as RollupReport & { peakMegabytes: number };
    const seconds = ((Date.now() - began) / 1000).toFixed(0);
    const { outcome, changes, rows, peakMegabytes } = report;
    lines.push(`| ${number} | ${seconds} | ${outcome} | ${changes} | ${rows} | ${peakMegabytes} |`);
    console.error(lines.at(-1));
    if (outcome === 'finished') return lines;
  }
}
