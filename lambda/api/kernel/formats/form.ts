import type { QueryContext } from '../query-context.ts';
import type { FeedEntry } from './feed-entry.ts';
import type { Format } from './format.ts';

/** How the rows of a list are written in forms other than JSON. */
export interface ListForm {
  /** Columns of CSV; without them there is no CSV. */
  columns?: readonly string[];
  /** A row as an entry of RSS and JSON Feed; without it there are none. */
  entry?(row: object): FeedEntry;
  /** Adds to the rows what only exports have. */
  complete?(rows: object[], context: QueryContext): Promise<object[]>;
}

/** The forms that there are of a list. */
export function formatsOf({ columns, entry }: ListForm): Format[] {
  return ['json', 'ndjson', ...(columns ? (['csv'] as const) : []), ...(entry ? (['rss', 'jsonfeed'] as const) : [])];
}
