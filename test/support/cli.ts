import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT } from '../../cli/exit-codes.ts';
import { runCommandLine, version } from '../../cli/main.ts';
import { captureTerminal } from './capture-terminal.ts';

const BIN = new URL('../../bin/dateline.js', import.meta.url).pathname;

/** How a command ended, and what it wrote. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface RunOptions {
  input?: string;
  env?: Record<string, string>;
  cwd?: string;
}

/** Only what a process needs, so that nothing of the developer's own settings changes a test. */
function environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, SystemRoot } = process.env;
  return { PATH, HOME, TMPDIR, SystemRoot, AWS_EC2_METADATA_DISABLED: 'true', ...more };
}

function collect(child: ChildProcess): { stdout: () => string; stderr: () => string } {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => void out.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => void err.push(chunk));
  return { stdout: () => Buffer.concat(out).toString(), stderr: () => Buffer.concat(err).toString() };
}

/** Runs `dateline` with these words in this process, with streams and an environment of its own: quick, and all but the start of a process. */
export async function dateline(
  words: string[],
  { input = '', env = {} }: Pick<RunOptions, 'input' | 'env'> = {},
): Promise<Ended> {
  const terminal = captureTerminal(input);
  const code = await runCommandLine(words, { terminal, environment: env, version: version(), exitCode: EXIT.ok });
  return { code, stdout: terminal.stdout(), stderr: terminal.stderr() };
}

/** Runs `dateline` with these words, as a process of its own. */
export async function datelineProcess(words: string[], { input = '', env, cwd }: RunOptions = {}): Promise<Ended> {
  const child = spawn(process.execPath, [BIN, ...words], { env: environment(env), cwd });
  const written = collect(child);
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout: written.stdout(), stderr: written.stderr() };
}

/** A `dateline serve` that runs until it is stopped. */
export interface ServeProcess {
  url: string;
  stdout(): string;
  stderr(): string;
  /** Resolves when stderr has that text; rejects when the process ends before. */
  printed(text: string): Promise<void>;
  stop(signal: NodeJS.Signals): Promise<Ended>;
}

/** Starts `dateline serve` on a free port, and waits until it says where it serves. */
export async function startServe(
  folder: string,
  more: string[] = [],
  env: Record<string, string> = {},
  cwd?: string,
): Promise<ServeProcess> {
  const words = ['serve', '--data', folder, '--port', '0', ...more];
  const child = spawn(process.execPath, [BIN, ...words], { env: environment(env), cwd });
  const { stdout, stderr } = collect(child);
  const closed = once(child, 'close');
  const until = async (has: () => boolean, stream: 'stdout' | 'stderr'): Promise<void> => {
    while (!has()) {
      const ended = await Promise.race([once(child[stream], 'data').then(() => false), closed.then(() => true)]);
      if (ended && !has()) throw new Error(`serve ended: ${stdout()}${stderr()}`);
    }
  };
  await until(() => stdout().includes('\n'), 'stdout');
  return {
    url: /http:\S+/.exec(stdout())?.[0] ?? '',
    stdout,
    stderr,
    printed: (text) => until(() => stderr().includes(text), 'stderr'),
    async stop(signal) {
      child.kill(signal);
      const [code] = (await closed) as [number | null];
      return { code, stdout: stdout(), stderr: stderr() };
    },
  };
}

/** A folder of its own for a test, and how to remove it. */
export async function temporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-test-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
