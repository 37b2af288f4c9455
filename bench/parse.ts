import { parseFeed as rowanmanning } from '@rowanmanning/feed-parser';
import FeedParser from 'feedparser';
import { parseFeed as feedsmith } from 'feedsmith';
import RssParser from 'rss-parser';
import { parseFeed } from '../lambda/parse/parse-feed.ts';
import { type Candidate, compare, table } from './measure.ts';

const WORDS =
  'the minister told reporters in the capital on Tuesday that talks would go on, and an official of the port said so'.split(
    ' ',
  );

/** A well-formed feed of about one megabyte, so that rss-parser alone can read it too. */
function feedOf(paragraphs: number): Uint8Array {
  const paragraph = (seed: number) =>
    `<p>${Array.from({ length: 60 }, (_, index) => WORDS[(seed + index * 7) % WORDS.length]).join(' ')}.</p>`;
  const items: string[] = [];
  for (let size = 0, number = 0; size < 1e6; number += 1) {
    const body = Array.from({ length: paragraphs }, (_, index) => paragraph(number + index)).join('');
    const item = `<item><title>Item ${number}</title><link>https://news.example/${number}</link><guid>${number}</guid><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate><category>ports</category><description><![CDATA[${body}]]></description></item>`;
    items.push(item);
    size += item.length;
  }
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Bench</title><link>https://news.example/</link><description>d</description>${items.join('')}</channel></rss>`,
  );
}

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
  const long = feedOf(12);
  const short = feedOf(1);
  return [
    table('feeds of long items', await compare(long.length, candidates(long))),
    table('feeds of short items', await compare(short.length, candidates(short))),
  ].join('\n\n');
}
