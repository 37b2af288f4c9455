import type { Terminal } from '../terminal.ts';

const QUIET_MILLISECONDS = 1000;
const LINE_EVERY_MILLISECONDS = 10_000;

/** Tells how far work has come once it takes more than a second: one line that changes on a terminal, else a line every ten seconds. */
export interface Progress {
  update(text: string): void;
  end(): void;
}

/** Progress on stderr, with the milliseconds of `now` as its time. */
export function createProgress(terminal: Terminal, now: () => number = () => performance.now()): Progress {
  const began = now();
  let lastLine = began - LINE_EVERY_MILLISECONDS + QUIET_MILLISECONDS;
  return {
    update(text) {
      if (now() - began < QUIET_MILLISECONDS) return;
      if (terminal.interactive) terminal.progress(text);
      else if (now() - lastLine >= LINE_EVERY_MILLISECONDS) {
        lastLine = now();
        terminal.tell(text);
      }
    },
    end: () => terminal.progress(''),
  };
}
