import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { describeError } from '../lambda/model/errors.ts';
import { CommandError } from './command-error.ts';
import { EXIT } from './exit-codes.ts';

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
};

/** The bytes of a file, or of stdin for `-`; throws CommandError `unreadable-file` that says why. */
export async function readInput(file: string, stdin: NodeJS.ReadableStream): Promise<Buffer> {
  if (file === '-') return buffer(stdin);
  try {
    return await readFile(file);
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? describeError(error).message;
    throw new CommandError(EXIT.badInput, 'unreadable-file', `${file} can't be read: ${reason}`, null, error);
  }
}
