import { statfs } from 'node:fs/promises';
import { type Finding, fine, problem, warning } from './finding.ts';

const GIGABYTE = 1e9;
const LEAST_FREE = 0.5 * GIGABYTE;
const LITTLE_FREE = 2 * GIGABYTE;

/** Whether there is room on the disk of the local store. */
export async function checkDisk(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const message = `${(free / GIGABYTE).toFixed(1)} GB are free where ${folder} lies.`;
  const advice = 'Make room, or keep items for a shorter time: DATELINE_RETENTION_DAYS.';
  if (free < LEAST_FREE) return problem('disk', message, advice);
  return free < LITTLE_FREE ? warning('disk', message, advice) : fine('disk', message);
}
