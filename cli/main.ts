import { readFileSync } from 'node:fs';
import { CommanderError } from 'commander';
import type { CommandContext } from './command-context.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { createProgram } from './program.ts';
import { reportError } from './report-error.ts';
import { processTerminal } from './terminal.ts';

/** Runs one command line on this process's own streams and environment, and answers its exit code. */
export async function main(words: string[]): Promise<ExitCode> {
  // A reader that has seen enough, as `head`, closes the pipe: that ends the work and is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) =>
    process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.failure),
  );
  const terminal = processTerminal();
  return runCommandLine(words, { terminal, environment: process.env, version: version(), exitCode: EXIT.ok });
}

/** Runs one command line in that context and answers its exit code; errors are told on the context's terminal. */
export async function runCommandLine(words: string[], context: CommandContext): Promise<ExitCode> {
  try {
    await createProgram(context).parseAsync(words, { from: 'user' });
    return context.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    return reportError(error, context.terminal, Boolean(context.environment.DEBUG));
  }
}

/** Of Dateline, as its package says. */
export function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
