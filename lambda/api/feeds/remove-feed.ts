import type { Feed } from '../../model/feed.ts';
import type { Store } from '../../store/store.ts';
import { stopPolling } from './change-feed.ts';

/** How far the removal of a feed has come. */
export interface Removal {
  removedItems: number;
  /** False where time ran out: asked again, it goes on. */
  done: boolean;
}

/**
 * Ends the subscription of a feed, and with `purge` removes its items first, with their statements and dates. The feed goes last: what is broken off, or has
 * no more time by `isOver`, finds it again, and meanwhile it is paused.
 */
export async function removeFeed(
  store: Pick<Store, 'feeds' | 'items'>,
  feed: Feed,
  how: { purge: boolean; isOver?: () => boolean; onItem?: (count: number) => void },
): Promise<Removal> {
  let removedItems = 0;
  if (how.purge) {
    await stopPolling(feed, store);
    for await (const { record } of store.items.newest({ feedId: feed.id })) {
      if (how.isOver?.()) return { removedItems, done: false };
      await store.items.remove(record.id);
      removedItems += 1;
      how.onItem?.(removedItems);
    }
  }
  await store.feeds.remove(feed.id);
  return { removedItems, done: true };
}
