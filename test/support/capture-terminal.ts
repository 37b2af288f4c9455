import { Readable } from 'node:stream';
import { createColour } from '../../cli/output/colour.ts';
import { guarded, type Terminal } from '../../cli/terminal.ts';

/** A terminal that keeps what is written to it. */
export interface CapturedTerminal extends Terminal {
  stdout(): string;
  stderr(): string;
}

/** No terminal of a person: no colours, no width, no progress line, and the text on stdin. */
export function captureTerminal(input = ''): CapturedTerminal {
  const out: string[] = [];
  const err: string[] = [];
  const write = async (data: string): Promise<void> => void out.push(guarded(data, false));
  return {
    stdin: Readable.from(input === '' ? [] : [Buffer.from(input)]),
    write,
    print: (line) => write(`${line}\n`),
    tell: (line) => void err.push(`${guarded(line, false)}\n`),
    progress: () => undefined,
    columns: null,
    colour: createColour(false),
    messageColour: createColour(false),
    interactive: false,
    stdout: () => out.join(''),
    stderr: () => err.join(''),
  };
}
