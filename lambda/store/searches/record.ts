import { searchSchema } from '../../model/search.ts';
import { defineRecord } from '../table/codec.ts';
import { bounded } from '../table/key-parts.ts';
import type { Key } from '../table/port.ts';

/** In gsi1: all saved searches, by name. */
export const SEARCHES = 'SEARCHES';

/** The key of a saved search. */
export const searchKey = (id: string): Key => ({ pk: `SEARCH#${id}`, sk: 'META' });

/** A saved search with its channels; in gsi1 by name. */
export const searchRecord = defineRecord(searchSchema, ({ id, name }) => ({
  ...searchKey(id),
  gsi1pk: SEARCHES,
  gsi1sk: `${bounded(name)}#${id}`,
}));
