import { DatelineError } from '../lambda/model/errors.ts';
import type { ExitCode } from './exit-codes.ts';

/** An error that a person is told as it is, with the exit code it means and, where there is one, what to do next. */
export class CommandError extends DatelineError {
  override name = 'CommandError';
  readonly exitCode: ExitCode;
  readonly hint: string | null;

  constructor(exitCode: ExitCode, code: string, message: string, hint: string | null = null, cause?: unknown) {
    super(code, message, cause);
    this.exitCode = exitCode;
    this.hint = hint;
  }
}
