import { once } from 'node:events';
import { type Colour, createColour, wantsColour } from './output/colour.ts';

/** Where a command reads and writes: data on stdout, messages on stderr. */
export interface Terminal {
  stdin: NodeJS.ReadableStream;
  /** Writes data; resolves when more may be written. */
  write(data: string): Promise<void>;
  /** A line of data. */
  print(line: string): Promise<void>;
  /** A line for people. */
  tell(line: string): void;
  /** Replaces the progress line, on a terminal; empty text takes it away. */
  progress(line: string): void;
  /** Columns of stdout; `null` where it is no terminal and nothing needs to fit. */
  columns: number | null;
  /** Colours of stdout. */
  colour: Colour;
  /** Colours of stderr. */
  messageColour: Colour;
  /** Whether stderr is a terminal, which a progress line needs. */
  interactive: boolean;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  const interactive = stderr.isTTY === true && env.TERM !== 'dumb';
  let shown = '';
  const clear = () => {
    if (shown !== '') stderr.write('\r\u001b[K');
    shown = '';
  };
  const write = async (data: string): Promise<void> => {
    if (!stdout.write(data)) await once(stdout, 'drain');
  };
  return {
    stdin,
    write,
    print: (line) => write(`${line}\n`),
    tell(line) {
      clear();
      stderr.write(`${line}\n`);
    },
    progress(line) {
      clear();
      if (interactive && line !== '') stderr.write(line.slice(0, (stderr.columns || 80) - 1));
      shown = interactive ? line : '';
    },
    columns: stdout.isTTY ? stdout.columns || 80 : null,
    colour: createColour(wantsColour(stdout, env)),
    messageColour: createColour(wantsColour(stderr, env)),
    interactive,
  };
}
