import { existsSync, readFileSync } from 'node:fs';

/**
 * The most memory that this process has had, in megabytes. Linux counts in `maxRSS` also what the process had that it was forked from, which for a test runner is
 * much; `VmHWM` begins with the program itself.
 */
export function peakMegabytes(): number {
  const status = '/proc/self/status';
  const [, kilobytes] = (existsSync(status) && /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))) || [];
  return (kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes)) / 1024;
}
