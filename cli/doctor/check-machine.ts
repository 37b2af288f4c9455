import { statfs } from 'node:fs/promises';
import { type Finding, fine, problem, warning } from './finding.ts';

const GIGABYTE = 1e9;
const LEAST_FREE = 0.5 * GIGABYTE;
const LITTLE_FREE = 2 * GIGABYTE;

/** How the local store does: room on its disk, and whether it was closed as it should be. */
export async function checkMachine(folder: string, rebuilt: boolean): Promise<Finding[]> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const message = `${(free / GIGABYTE).toFixed(1)} GB are free where ${folder} lies.`;
  const advice = 'Make room, or keep items for a shorter time: DATELINE_RETENTION_DAYS.';
  const disk =
    free < LEAST_FREE
      ? problem('disk', message, advice)
      : free < LITTLE_FREE
        ? warning('disk', message, advice)
        : fine('disk', message);
  const stop = rebuilt
    ? warning(
        'stop',
        'The store was not closed properly the last time; its indexes were rebuilt just now, and nothing is lost.',
        'Stop `dateline serve` with Ctrl-C or SIGTERM, and let it end.',
      )
    : fine('stop', 'The store was closed properly, or is in use.');
  return [disk, stop];
}
