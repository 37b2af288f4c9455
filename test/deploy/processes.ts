import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

const running = new Set<ChildProcess>();

/** Starts a program as the head of its own process group, so that all it starts ends with it. */
export function start(command: string, options: string[], settings: SpawnOptions): ChildProcess {
  const child = spawn(command, options, { ...settings, detached: true });
  running.add(child);
  return child;
}

/** Runs a program to its end and answers its output; throws an Error with the output's end if it fails or takes too long. */
export function run(
  command: string,
  options: string[],
  settings: { env: NodeJS.ProcessEnv; cwd: string; timeoutSeconds: number },
): Promise<string> {
  const { env, cwd, timeoutSeconds } = settings;
  const shown = [command, ...options].join(' ');
  const child = start(command, options, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let stdout = '';
    let all = '';
    child.stdout?.on('data', (data) => {
      stdout += data;
      all += data;
    });
    child.stderr?.on('data', (data) => {
      all += data;
    });
    const late = setTimeout(() => {
      stop(child);
      reject(new Error(`${shown}: not done after ${timeoutSeconds} s\n${all.slice(-4000)}`));
    }, timeoutSeconds * 1000);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(late);
      running.delete(child);
      if (code === 0) resolve(stdout);
      else reject(new Error(`${shown}: exit code ${code}\n${all.slice(-4000)}`));
    });
  });
}

/** Ends everything that was started here. */
export function stopAll(): void {
  for (const child of running) stop(child);
}

function stop(child: ChildProcess): void {
  running.delete(child);
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
