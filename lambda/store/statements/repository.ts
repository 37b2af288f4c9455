import type { Statement } from '../../model/statement.ts';
import type { ItemRepository } from '../items/item-repository.ts';
import { itemKey, itemRecord } from '../items/record.ts';
import type { StatementRepository } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import type { Positioned, TimelineRange } from '../store-shapes.ts';
import { isExpired } from '../table/codec.ts';
import { decoded, instantRange, readPartition } from '../timeline.ts';
import { listStatements } from './list-statements.ts';
import { readEdition, readEditions } from './read-editions.ts';
import { readSaid, readSaying } from './read-saying.ts';
import { statementPosition, statementRecord, statementsOfSpeaker } from './record.ts';

/** A page of fifty, the one behind it, and few that its reader may drop. */
const FIRST_PAGE = 60;

/** Statements in lists, and of one item. */
export function createStatementRepository(
  context: StoreContext,
  items: Pick<ItemRepository, 'newest'>,
): StatementRepository {
  return {
    saidAs: (sayingId, members) => readSaid(context, sayingId, members),
    ofEditions: (editions) => readEditions(context, editions),
    newest({ speakerId, feedId, sayingId, ...range }) {
      if (sayingId !== undefined) return ofSaying(context, sayingId, range);
      // An item's position is the beginning of its statements': going on behind one of these still finds its item.
      if (speakerId === undefined) return listStatements(context, items.newest({ feedId, ...range }), range.after);
      const list = ofSpeaker(context, speakerId, range);
      return feedId === undefined ? list : ofFeed(list, feedId);
    },
    async ofItem(itemId) {
      const found = await context.table.get(itemKey(itemId));
      if (!found || isExpired(found, context.clock.now())) return [];
      return readEdition(context, { itemId, edition: itemRecord.decode(found).edition });
    },
  };
}

/** One query of the index by speaker; a position is without the edition, so that going on behind it never shows a statement again that was replaced meanwhile. */
async function* ofSpeaker(
  context: StoreContext,
  speakerId: string,
  range: TimelineRange,
): AsyncGenerator<Positioned<Statement>> {
  const sortKeys = { ...instantRange(range), descending: true, pageSize: FIRST_PAGE };
  const list = readPartition(context, 'gsi1', statementsOfSpeaker(speakerId), sortKeys);
  for await (const { record } of decoded(context, list, statementRecord.decode)) {
    yield { position: statementPosition(record), record };
  }
}

/** A saying is read whole, and put in the order of lists. */
async function* ofSaying(
  context: StoreContext,
  sayingId: string,
  range: TimelineRange,
): AsyncGenerator<Positioned<Statement>> {
  const { from = '', to, after } = instantRange(range);
  const list = (await readSaying(context, sayingId)).map((record) => ({ position: statementPosition(record), record }));
  for (const entry of list.sort((one, other) => (one.position > other.position ? -1 : 1))) {
    const { position, record } = entry;
    const isWanted = !record.correction?.notAStatement && position >= from && (to === undefined || position < to);
    if (isWanted && (after === undefined || position < after)) yield entry;
  }
}

async function* ofFeed<T extends { record: Statement }>(list: AsyncIterable<T>, feedId: string): AsyncGenerator<T> {
  for await (const entry of list) if (entry.record.feedId === feedId) yield entry;
}
