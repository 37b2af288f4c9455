import { readFileSync } from 'node:fs';
import { type Command, CommanderError } from 'commander';
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
    const program = createProgram(context);
    await program.parseAsync(hasUnknownCommand(program, words) ? words.filter(isNoHelp) : words, { from: 'user' });
    return context.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    return reportError(error, context.terminal, Boolean(context.environment.DEBUG));
  }
}

const isNoHelp = (word: string): boolean => !['help', '--help', '-h'].includes(word);

/** Whether the words name a command that does not exist: Commander shows the parent's help for `feedz --help`, and hides the mistake. */
function hasUnknownCommand(program: Command, words: string[]): boolean {
  let command = program;
  for (const word of words.filter(isNoHelp)) {
    if (word.startsWith('-') || command.commands.length === 0) return false;
    const found = command.commands.find((one) => one.name() === word || one.aliases().includes(word));
    if (!found) return command.registeredArguments.length === 0;
    command = found;
  }
  return false;
}

/** Of Dateline, as its package says. */
export function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
