import type { Statement } from '../../model/statement.ts';
import { readRevision, readRevisions } from '../read-statements.ts';
import type { ItemRepository, StatementRepository } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { isExpired } from '../table/codec.ts';
import { keys } from '../table/keys.ts';
import { instantRange } from '../timeline.ts';
import { listStatements, withStatements } from './list-statements.ts';
import { speakersStatements } from './speakers-statements.ts';

/** Statements in lists, and of one item. */
export function createStatementRepository(
  context: StoreContext,
  items: Pick<ItemRepository, 'newest'>,
): StatementRepository {
  return {
    ofRevisions: (revisions) => readRevisions(context, revisions),
    newest({ speakerId, feedId, ...range }) {
      if (speakerId === undefined) {
        // An item's position is the beginning of its statements': going on behind one of these still finds its item.
        return listStatements(context, withStatements(items.newest({ feedId, ...range })), range);
      }
      const list = speakersStatements(context, speakerId, { ...instantRange(range), descending: true });
      return feedId === undefined ? list : ofFeed(list, feedId);
    },
    async ofItem(itemId) {
      const item = await context.table.get(keys.item(itemId));
      if (!item || isExpired(item, context.clock.now())) return [];
      return readRevision(context, { itemId, revision: Number(item.revision) });
    },
  };
}

async function* ofFeed<T extends { record: Statement }>(list: AsyncIterable<T>, feedId: string): AsyncGenerator<T> {
  for await (const entry of list) if (entry.record.feedId === feedId) yield entry;
}
