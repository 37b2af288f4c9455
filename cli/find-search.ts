import type { Search } from '../lambda/model/search.ts';
import type { Store } from '../lambda/store/store.ts';
import { CommandError } from './command-error.ts';
import { EXIT } from './exit-codes.ts';

/** The one saved search meant by an id, the beginning of an id, or a name; throws CommandError where it is none or several. */
export async function findSearch({ savedSearches }: Pick<Store, 'savedSearches'>, text: string): Promise<Search> {
  const byId: Search[] = [];
  const byName: Search[] = [];
  for await (const { record } of savedSearches.list()) {
    if (record.id === text) return record;
    if (record.id.startsWith(text)) byId.push(record);
    if (record.name.toLowerCase() === text.toLowerCase()) byName.push(record);
  }
  const found = byName.length > 0 ? byName : byId;
  const [only] = found;
  if (only && found.length === 1) return only;
  if (!only) {
    const hint = '`dateline searches list` shows all searches with their ids.';
    throw new CommandError(EXIT.notFound, 'unknown-search', `no search is ${JSON.stringify(text)}`, hint);
  }
  const names = found.slice(0, 5).map(({ id, name }) => `${id} ${name}`);
  throw new CommandError(
    EXIT.usage,
    'ambiguous',
    `${found.length} searches fit ${JSON.stringify(text)}`,
    names.join('\n'),
  );
}
