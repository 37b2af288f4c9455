import type { Ingest } from '../ingest.ts';
import type { Notify } from '../notify.ts';
import type { QueryApi } from '../query-api.ts';
import type { Rollup } from '../rollup.ts';
import type { Store } from '../store.ts';

/** What is watched. */
export interface Watched {
  store: Store;
  ingest: Ingest;
  rollup: Rollup;
  notify: Notify;
  api: QueryApi;
}
