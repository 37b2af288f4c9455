import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import type { DeadLetter } from './dead-letters.ts';

/** The one letter whose id begins so. Throws CommandError `unknown-message` or `ambiguous`. */
export function chooseLetter(letters: DeadLetter[], text: string): DeadLetter {
  const found = letters.filter(({ id }) => id.startsWith(text));
  const [letter] = found;
  const hint = '`dateline dlq list` shows what is there.';
  const given = JSON.stringify(text);
  if (!letter) throw new CommandError(EXIT.notFound, 'unknown-message', `no dead letter begins with ${given}`, hint);
  if (found.length > 1) {
    throw new CommandError(EXIT.usage, 'ambiguous', `${found.length} dead letters begin with ${given}`, hint);
  }
  return letter;
}
