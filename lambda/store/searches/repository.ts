import type { Search } from '../../model/search.ts';
import type { StoreContext } from '../store-context.ts';
import type { Positioned } from '../store-shapes.ts';
import { decoded, readPartition } from '../timeline.ts';
import { SEARCHES, searchKey, searchRecord } from './record.ts';
import { removeDeliveriesOfSearch } from './remove-deliveries.ts';

/** Saved searches: one record each, with its channels. */
export interface SavedSearchRepository {
  get(id: string): Promise<Search | null>;
  /** By name. */
  list(after?: string): AsyncIterable<Positioned<Search>>;
  /** Stores a new one; false where the id is taken. */
  add(search: Search): Promise<boolean>;
  /** Replaces the search whose revision is one less; false where somebody else has changed or removed it. */
  replace(search: Search): Promise<boolean>;
  /** Removes it, and then what it has told or is about to tell; false where there is none. */
  remove(id: string): Promise<boolean>;
}

/** Saved searches in the table. */
export function createSavedSearchRepository(context: StoreContext): SavedSearchRepository {
  const { table } = context;
  return {
    async get(id) {
      const found = await table.get(searchKey(id));
      return found && searchRecord.decode(found);
    },
    list: (after) =>
      decoded(context, readPartition(context, 'gsi1', SEARCHES, { after, descending: false }), searchRecord.decode),
    add: (search) => table.put(searchRecord.encode(search), { exists: false }),
    replace: (search) => table.put(searchRecord.encode(search), { equals: ['revision', search.revision - 1] }),
    async remove(id) {
      const isThere = await table.delete(searchKey(id));
      await removeDeliveriesOfSearch(context, id);
      return isThere;
    },
  };
}
