import { isDeepStrictEqual } from 'node:util';
import type { Feed } from '../lambda/model/feed.ts';
import { toInstant } from '../lambda/model/instant.ts';
import type { Clock, Log } from '../lambda/model/ports.ts';
import type { DocumentReport } from '../lambda/pipeline/document-report.ts';
import { ingestDocument } from '../lambda/pipeline/ingest-document.ts';
import type { Store } from '../lambda/store/store.ts';

/** What ingesting bytes needs. */
export interface IngestFileDependencies {
  store: Store;
  clock: Clock;
  log: Log;
  retentionDays: number;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Stores the items of a feed's bytes that were not fetched: subscribes the feed where it is new, and records which entries were
 * stored and which refused, as a poll does; the feed's state stays as it is. Doing it again, also after it was broken off, ends with the same records.
 * Throws FeedParseError for bytes that are no feed; then nothing is written.
 */
export async function ingestBytes(
  feed: Feed,
  bytes: Uint8Array,
  deps: IngestFileDependencies,
): Promise<DocumentReport> {
  const { store, clock } = deps;
  const known = await store.feeds.get(feed.id);
  const before = await store.feeds.entries(feed.id);
  const document = await ingestDocument({ feed: known ?? feed, bytes, entries: before }, deps);
  if (!known)
    await store.feeds.put({ ...feed, title: titleOf(feed, document), siteUrl: feed.siteUrl ?? document.siteUrl });
  const { newlyRejected: rejected, newItems, changedItems } = document;
  if (rejected.length > 0) {
    const status = (await store.feeds.state(feed.id))?.status ?? 'ok';
    const at = toInstant(clock.now());
    await store.feeds.addEvent({
      feedId: feed.id,
      at,
      status,
      previousStatus: null,
      newItems,
      changedItems,
      rejected,
      error: null,
    });
  }
  // Files are not read by the hour, so that nothing is to be spared: a second time changes nothing.
  const entries = {
    ...document.entries,
    settled: document.entries.settled.filter((fingerprint) => before.settled.includes(fingerprint)),
  };
  if (!isDeepStrictEqual(entries, before)) await store.feeds.putEntries(feed.id, entries);
  return document;
}

const titleOf = ({ title, url }: Feed, document: DocumentReport): string =>
  title === url ? document.title?.trim() || title : title;
