import { spawnSync } from 'node:child_process';

const NEEDS = new URL('../../test/deploy/needs.sh', import.meta.url).pathname;

/** Ends the process with 2 where this machine can't run the emulator, after a line on stderr that says what it lacks. */
export function requireTools(): void {
  const { status, error } = spawnSync('bash', [NEEDS, 'bench deployment'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (error) console.error(`bench deployment needs bash: ${error.message}`);
  if (status !== 0) process.exit(2);
}
