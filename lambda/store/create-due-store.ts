import { createHostRepository } from './feeds/hosts.ts';
import { createFeedRepository } from './feeds/repository.ts';
import { createDuePages } from './items/due-pages.ts';
import type { ItemRepository } from './items/item-repository.ts';
import type { FeedRepository, HostRepository } from './store.ts';
import { contextOf, type StoreOptions } from './store-context.ts';

/** The part of the store that says what is due. */
export interface DueStore {
  feeds: Pick<FeedRepository, 'due' | 'many'>;
  hosts: Pick<HostRepository, 'get'>;
  items: Pick<ItemRepository, 'duePages'>;
}

/** That part of the store by itself: the function that starts every minute has no use for the rest. */
export function createDueStore(options: StoreOptions): DueStore {
  const context = contextOf(options);
  return {
    feeds: createFeedRepository(context),
    hosts: createHostRepository(context),
    items: createDuePages(context),
  };
}
