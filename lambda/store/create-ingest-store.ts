import { createHostRepository } from './feeds/hosts.ts';
import { createFeedRepository } from './feeds/repository.ts';
import { createDayMarks } from './items/day-marks.ts';
import { createItemRepository } from './items/repository.ts';
import { createSpeakerRepository } from './speakers/repository.ts';
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
