import { readDue } from '../read-due.ts';
import type { StoreContext } from '../store-context.ts';
import { decodeEach, isExpired } from '../table/codec.ts';
import type { ItemRepository } from './item-repository.ts';
import { decodeSummary, duePageKey, duePages, itemKey } from './record.ts';

/** The part of the item repository that says which pages are to be tried. */
export function createDuePages(context: StoreContext): Pick<ItemRepository, 'duePages' | 'putOffPage'> {
  return {
    async duePages(now, limit) {
      const shards = duePages().map((partition) => readDue(context, partition, { now, limit }));
      const alive = (await Promise.all(shards)).flat().filter((record) => !isExpired(record, context.clock.now()));
      const found = alive.sort((a, b) => (String(a.gsi3sk) < String(b.gsi3sk) ? -1 : 1));
      return decodeEach(context, found, decodeSummary).slice(0, limit);
    },
    putOffPage: (id, { nextTryAt, pageTries }, expected) =>
      context.table.update(
        itemKey(id),
        { set: { nextTryAt, pageTries, gsi3sk: duePageKey(id, nextTryAt).gsi3sk } },
        {
          allOf: [{ equals: ['fullText', 'pending'] }, { equals: ['nextTryAt', expected] }],
        },
      ),
  };
}
