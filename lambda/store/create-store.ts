import { createDayMarks } from './day-marks.ts';
import { createKeyRepository } from './repositories/api-keys.ts';
import { createComingDateRepository } from './repositories/coming-dates.ts';
import { createCorrectionRepository } from './repositories/corrections.ts';
import { createFeedRepository } from './repositories/feeds.ts';
import { createHostRepository } from './repositories/hosts.ts';
import { createItemRepository } from './repositories/items.ts';
import { createRollupRepository } from './repositories/rollups.ts';
import { createSearchRepository } from './repositories/search.ts';
import { createSessionRepository } from './repositories/sessions.ts';
import { createSpeakerRepository } from './repositories/speakers.ts';
import { createStatementRepository } from './repositories/statements.ts';
import type { Store } from './store.ts';
import { contextOf, type StoreOptions } from './store-context.ts';

/** The store on a table. */
export function createStore(options: StoreOptions): Store {
  const context = contextOf(options);
  const days = createDayMarks(context);
  const items = createItemRepository(context, days);
  const statements = createStatementRepository(context, items);
  return {
    feeds: createFeedRepository(context),
    hosts: createHostRepository(context),
    items,
    statements,
    speakers: createSpeakerRepository(context),
    dates: createComingDateRepository(context),
    corrections: createCorrectionRepository(context, days),
    rollups: createRollupRepository(context),
    search: createSearchRepository(context, { items, statements }),
    keys: createKeyRepository(context),
    sessions: createSessionRepository(context),
  };
}
