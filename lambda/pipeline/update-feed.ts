import type { Feed } from '../model/feed.ts';
import type { IngestStore } from '../store/store.ts';
import type { DocumentReport } from './document-report.ts';

/**
 * Writes into the feed what a poll has shown: its new address where it has moved, and its name where it was subscribed by its address alone.
 * Reads it again before, so that what the operator has changed meanwhile stays; writes nothing where nothing is new.
 */
export async function updateFeed(
  store: IngestStore,
  feed: Feed,
  { movedTo, document }: { movedTo: string | undefined; document: DocumentReport | null },
): Promise<void> {
  const title = document?.title?.trim() ?? '';
  const isToBeNamed = (one: Feed): boolean => title !== '' && (one.title === '' || one.title === one.url);
  if (movedTo === undefined && !isToBeNamed(feed)) return;
  const present = await store.feeds.get(feed.id);
  if (!present || (movedTo === undefined && !isToBeNamed(present))) return;
  const name = isToBeNamed(present) ? { title, siteUrl: present.siteUrl ?? document?.siteUrl ?? null } : {};
  await store.feeds.put({ ...present, ...name, ...(movedTo === undefined ? {} : { url: movedTo }) });
}
