import { once } from 'node:events';
import { withoutControlCharacters } from '../lambda/common/control-characters.ts';
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
  const colour = createColour(wantsColour(stdout, env));
  const messageColour = createColour(wantsColour(stderr, env));
  const write = async (data: string): Promise<void> => {
    if (!stdout.write(guarded(data, wantsColour(stdout, env)))) await once(stdout, 'drain');
  };
  return {
    stdin,
    write,
    print: (line) => write(`${line}\n`),
    tell(line) {
      clear();
      stderr.write(`${guarded(line, wantsColour(stderr, env))}\n`);
    },
    progress(line) {
      clear();
      if (interactive && line !== '') stderr.write(guarded(line, false).slice(0, (stderr.columns || 80) - 1));
      shown = interactive ? line : '';
    },
    columns: stdout.isTTY ? stdout.columns || 80 : null,
    colour,
    messageColour,
    interactive,
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const COLOURED = /(\u001b\[[\d;]*m)/;

/**
 * The last gate of everything that is written: nothing of a feed steers the terminal, whichever command forgot to take it out. What sets a colour stays where
 * there are colours.
 */
export function guarded(data: string, hasColours: boolean): string {
  if (!hasColours) return withoutControlCharacters(data);
  return data
    .split(COLOURED)
    .map((piece, index) => (index % 2 === 1 ? piece : withoutControlCharacters(piece)))
    .join('');
}
