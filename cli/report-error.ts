import {
  ConfigurationError,
  FeedParseError,
  FetchError,
  InputError,
  NotFoundError,
  StoreError,
} from '../lambda/model/errors.ts';
import { CommandError } from './command-error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { plain } from './output/plain.ts';
import type { Terminal } from './terminal.ts';

/** The exit code that an error means. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CommandError) return error.exitCode;
  if (error instanceof NotFoundError) return EXIT.notFound;
  if (error instanceof InputError || error instanceof FeedParseError) return EXIT.badInput;
  if (error instanceof ConfigurationError) return EXIT.usage;
  if (error instanceof FetchError) return EXIT.unavailable;
  if (error instanceof StoreError && error.code !== 'corrupt-record') return EXIT.unavailable;
  return EXIT.failure;
}

/** Tells an error on stderr: what, why, what next; the stack only with DEBUG set. Answers the exit code. */
export function reportError(error: unknown, terminal: Terminal, debug: boolean): ExitCode {
  const exitCode = exitCodeOf(error);
  const { red, dim } = terminal.messageColour;
  const message = error instanceof Error ? error.message : String(error);
  terminal.tell(`${red('error:')} ${plain(message)}`);
  const hint = error instanceof CommandError ? error.hint : null;
  if (hint !== null) terminal.tell(dim(hint));
  if (debug && error instanceof Error) terminal.tell(withCauses(error));
  else if (exitCode === EXIT.failure)
    terminal.tell(dim('This is a defect of Dateline. DEBUG=1 shows where it happened.'));
  return exitCode;
}

function withCauses(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${withCauses(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}
