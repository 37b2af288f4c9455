import { readFile } from 'node:fs/promises';
import { feedOf, type SubscribeReport, subscribe } from '../lambda/api/feeds/subscribe.ts';
import { readOpml } from '../lambda/common/opml/read-opml.ts';
import type { DocumentReport } from '../lambda/pipeline/document-report.ts';
import { type IngestFileDependencies, ingestBytes } from './ingest-file.ts';

const SAMPLES = new URL('../samples/', import.meta.url);

/** Where the sample articles claim to come from; `.example` is nobody's (RFC 2606), and the feed is paused. */
export const SAMPLE_FEED_URL = 'https://samples.dateline.example/feed.xml';

/** What the first run of a store brought. */
export interface FirstRun {
  sample: DocumentReport;
  subscribed: SubscribeReport;
}

/**
 * Gives an empty store something to show: the sample articles, and subscriptions of public feeds. `null` where the store has
 * feeds already. The sample feed is put first and its list of entries last: a first run that was broken off is done again.
 */
export async function firstRun(deps: IngestFileDependencies): Promise<FirstRun | null> {
  const { store, clock } = deps;
  const feed = feedOf(
    { url: SAMPLE_FEED_URL, title: 'Dateline sample articles', folder: 'Samples', paused: true },
    clock,
  );
  if (await store.feeds.get(feed.id)) {
    const { stored } = await store.feeds.entries(feed.id);
    if (stored.length > 0) return null;
  } else {
    for await (const _ of store.feeds.list()) return null;
  }
  await store.feeds.put(feed);
  const opml = await readFile(new URL('feeds.opml', SAMPLES), 'utf8');
  const subscribed = await subscribe(readOpml(opml), { store, clock, isPrivatePlace: () => false });
  const sample = await ingestBytes(feed, await readFile(new URL('sample-feed.xml', SAMPLES)), deps);
  return { sample, subscribed };
}
