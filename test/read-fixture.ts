import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FeedDocument } from '../lambda/model/feed-document.ts';
import { parseFeed } from '../lambda/parse/parse-feed.ts';

/** Reads the feed of a fixture's folder (`feed.xml` or `feed.json`) as if it came from an address named after the folder. */
export async function readFixture(folder: string): Promise<FeedDocument> {
  const file = readdirSync(folder).find((name) => name.startsWith('feed.'));
  if (file === undefined) throw new Error(`${folder} has no feed.xml or feed.json`);
  return parseFeed(readFileSync(join(folder, file)), { url: `https://feeds.example/${basename(folder)}` });
}
