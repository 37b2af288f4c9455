import type { Instant } from '../../../model/instant.ts';
import type { SearchResult } from '../../../store/store-shapes.ts';
import type { Page } from './walk.ts';

/** A page of a list that may come from the word index. */
export interface SearchedPage<Row> extends Page<Row> {
  /** Changes from this moment on are not in the word index yet; absent where all are. */
  searchedThrough?: Instant;
}

/** How far a search has looked, as a page tells it. */
export function searchedThrough(found: Pick<SearchResult<unknown>, 'through'> | null): { searchedThrough?: Instant } {
  return found === null || found.through === null ? {} : { searchedThrough: found.through };
}
