import type { Statement } from '../lambda/model/statement.ts';
import type { Store } from '../lambda/store/store.ts';
import { CommandError } from './command-error.ts';
import { EXIT } from './exit-codes.ts';
import { findRecord } from './find-record.ts';

/** The one statement that is meant by an id or the beginning of one; throws CommandError where it is none or several. */
export async function findStatement(store: Store, id: string): Promise<Statement> {
  const found = (await findRecord(store, id)).flatMap((one) => (one.kind === 'statements' ? [one.record] : []));
  const [only] = found;
  if (only && found.length === 1) return only;
  if (!only) {
    const hint = '`dateline statements` shows ids.';
    throw new CommandError(EXIT.notFound, 'unknown-statement', `no statement is ${JSON.stringify(id)}`, hint);
  }
  const shown = found.slice(0, 5).map(({ id: whole, text }) => `${whole}  ${text}`);
  const message = `${found.length} statements have an id that begins with ${JSON.stringify(id)}`;
  throw new CommandError(EXIT.usage, 'ambiguous', message, shown.join('\n'));
}
