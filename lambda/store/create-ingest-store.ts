import { createDayMarks } from './day-marks.ts';
import { createFeedRepository } from './repositories/feeds.ts';
import { createHostRepository } from './repositories/hosts.ts';
import { createItemRepository } from './repositories/items.ts';
import { createSpeakerRepository } from './repositories/speakers.ts';
import type { IngestStore } from './store.ts';
import { contextOf, type StoreOptions } from './store-context.ts';

/** The part of the store that polling needs, by itself: a function is paid for what it loads before it starts. */
export function createIngestStore(options: StoreOptions): IngestStore {
  const context = contextOf(options);
  return {
    feeds: createFeedRepository(context),
    hosts: createHostRepository(context),
    items: createItemRepository(context, createDayMarks(context)),
    speakers: createSpeakerRepository(context),
  };
}
