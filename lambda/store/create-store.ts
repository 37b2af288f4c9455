import { createKeyRepository, createSessionRepository } from './access/repository.ts';
import { createCorrectionRepository } from './corrections/repository.ts';
import { createRollupRepository } from './counts/repository.ts';
import { createHostRepository } from './feeds/hosts.ts';
import { createFeedRepository } from './feeds/repository.ts';
import { createComingDateRepository } from './items/coming-dates.ts';
import { createDayMarks } from './items/day-marks.ts';
import { createItemRepository } from './items/repository.ts';
import { createLeases } from './jobs/lease.ts';
import { createRemovalRepository } from './removals/repository.ts';
import { createDeliveryRepository } from './searches/deliveries.ts';
import { createSavedSearchRepository } from './searches/repository.ts';
import { createSpeakerRepository } from './speakers/repository.ts';
import { createStatementRepository } from './statements/repository.ts';
import type { Store } from './store.ts';
import { contextOf, type StoreOptions } from './store-context.ts';
import { createStoryRepository } from './stories/repository.ts';
import { createSearchRepository } from './words/repository.ts';

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
    removals: createRemovalRepository(context, days),
    rollups: createRollupRepository(context),
    search: createSearchRepository(context, { items, statements }),
    stories: createStoryRepository(context),
    leases: createLeases(context),
    keys: createKeyRepository(context),
    sessions: createSessionRepository(context),
    savedSearches: createSavedSearchRepository(context),
    deliveries: createDeliveryRepository(context),
  };
}
