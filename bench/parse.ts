import { parseFeed as rowanmanning } from '@rowanmanning/feed-parser';
import FeedParser from 'feedparser';
import { parseFeed as feedsmith } from 'feedsmith';
import RssParser from 'rss-parser';
import { parseFeed } from '../lambda/parse/parse-feed.ts';
import { type Candidate, compare, table } from './measure.ts';
import { sampleFeed, type TextForm } from './sample-feed.ts';

const LONG = 12;
const SHORT = 1;
const FEEDS: readonly [string, TextForm, number][] = [
  ['long items, text in CDATA', 'CDATA', LONG],
  ['long items, text escaped', 'escaped', LONG],
  ['short items, text in CDATA', 'CDATA', SHORT],
  ['short items, text escaped', 'escaped', SHORT],
];

/** Has node's feedparser, which is a stream, read the whole feed. */
async function readWithFeedParser(bytes: Uint8Array): Promise<unknown[]> {
  const parser = new FeedParser({});
  parser.end(Buffer.from(bytes));
  const items: unknown[] = [];
  for await (const item of parser) items.push(item);
  return items;
}

function candidates(bytes: Uint8Array): Candidate[] {
  const text = () => new TextDecoder().decode(bytes);
  return [
    { name: 'Dateline', run: () => parseFeed(bytes, {}) },
    { name: 'rss-parser alone', run: () => new RssParser().parseString(text()) },
    { name: 'feedsmith', run: () => feedsmith(text()) },
    { name: '@rowanmanning/feed-parser', run: () => rowanmanning(text()) },
    { name: 'feedparser', run: () => readWithFeedParser(bytes) },
  ];
}

/** Decode, canonicalise and parse, beside the parsers that others use, on a megabyte of long and of short items. */
export async function benchParse(): Promise<string> {
  const tables: string[] = [];
  for (const [name, form, paragraphs] of FEEDS) {
    const bytes = sampleFeed(form, paragraphs);
    tables.push(table(name, await compare(bytes.length, candidates(bytes))));
  }
  return tables.join('\n\n');
}
