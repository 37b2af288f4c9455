import { extract } from '../extract/extract.ts';
import { describeError, FeedParseError, FetchError } from '../model/errors.ts';
import type { Feed } from '../model/feed.ts';
import type { FeedTrial, TriedEntry } from '../model/feed-trial.ts';
import { type Instant, toInstant } from '../model/instant.ts';
import type { NormalisedItem } from '../model/item.ts';
import type { Clock, Fetcher, FetchResponse } from '../model/ports.ts';
import { discoverFeeds } from '../parse/discover/discover-feeds.ts';
import { cacheSeconds } from '../schedule/cache-seconds.ts';
import { rhythmOf } from '../schedule/rhythm.ts';
import { extractionInput } from './extraction-input.ts';
import { readDocument } from './read-document.ts';

/** So many of the first entries are read for statements. */
const ENTRIES_READ = 5;

function tryEntry(item: NormalisedItem): TriedEntry {
  const { title, canonicalUrl, url, contentText } = item;
  const { publishedAt, statements } = extract(extractionInput(item));
  return { title, url: canonicalUrl ?? url, publishedAt, textLength: contentText.length, statements };
}

const subscription = (url: string, now: Instant): Feed => ({
  id: 'trial',
  url,
  title: url,
  siteUrl: null,
  folder: null,
  tags: [],
  fullText: 'never',
  paused: false,
  createdAt: now,
});

async function readAnswer(response: FetchResponse, url: string, now: Instant): Promise<Partial<FeedTrial>> {
  const { body, headers, url: answered } = response;
  try {
    const context = { feed: subscription(url, now), url: answered, headers, fetchedAt: now };
    const { document, items, rejected } = await readDocument(body, context);
    const { entries: _, ...about } = document;
    const dates = items.flatMap(({ feedPublishedAt }) => feedPublishedAt ?? []);
    return {
      document: about,
      items: items.length,
      rejected,
      rhythmMinutes: rhythmOf(dates, now),
      entries: items.slice(0, ENTRIES_READ).map(tryEntry),
    };
  } catch (error) {
    if (!(error instanceof FeedParseError)) throw error;
    return { error: describeError(error), discovered: discoverFeeds(body, { url: answered, headers }) };
  }
}

/**
 * Does everything that a poll does with the feed at this address, step by step, and stores nothing. Errors of server and document are in the answer;
 * only defects are thrown.
 */
export async function testFeed(
  url: string,
  { fetcher, clock }: { fetcher: Fetcher; clock: Clock },
): Promise<FeedTrial> {
  const trial: FeedTrial = {
    url,
    steps: [],
    answer: null,
    document: null,
    items: 0,
    rejected: [],
    rhythmMinutes: null,
    entries: [],
    discovered: [],
    error: null,
  };
  try {
    const response = await fetcher.fetch({ url, onStep: (step) => void trial.steps.push(step) });
    const { url: answered, movedTo, body, headers } = response;
    const now = toInstant(clock.now());
    trial.answer = { url: answered, movedTo, bytes: body.length, cacheSeconds: cacheSeconds(headers, clock.now()) };
    return { ...trial, ...(await readAnswer(response, url, now)) };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return { ...trial, error: describeError(error) };
  }
}
