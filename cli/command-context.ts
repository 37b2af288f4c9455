import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** What commands run with. */
export interface CommandContext {
  terminal: Terminal;
  environment: Record<string, string | undefined>;
  /** Of Dateline. */
  version: string;
  /** What the command answers to the shell; 0 unless a command says otherwise. */
  exitCode: ExitCode;
}
