import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'work-in-progress.txt';

/** Remembers in a small file of the data folder what is worked on, so that the start after a crash knows what may have caused it. */
export interface WorkInProgress {
  /** Whether the last process ended while it worked on this; told once. */
  wasBegun(id: string): boolean;
  begin(id: string): void;
  end(id: string): void;
}

/** Reads what the last process of this folder left behind. A file that can't be read or written costs only this memory, never a poll. */
export function openWorkInProgress(folder: string): WorkInProgress {
  const path = join(folder, FILE);
  const left = new Set(read(path));
  const now = new Set<string>();
  const write = (): void => {
    try {
      writeFileSync(path, [...now].join('\n'));
    } catch {}
  };
  return {
    wasBegun: (id) => left.delete(id),
    begin(id) {
      now.add(id);
      write();
    },
    end(id) {
      now.delete(id);
      write();
    },
  };
}

function read(path: string): string[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((id) => id !== '');
  } catch {
    return [];
  }
}
