import RssParser from 'rss-parser';
import { parseFeed } from '../lambda/parse/parse-feed.ts';
import { compare, table } from './measure.ts';

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

/** Decode, canonicalise and parse, beside rss-parser alone, on a megabyte of long and of short items. */
export async function benchParse(): Promise<string> {
  const tables: string[] = [];
  for (const [name, paragraphs] of [
    ['feeds of long items', 12],
    ['feeds of short items', 1],
  ] as const) {
    const bytes = feedOf(paragraphs);
    const rows = await compare(bytes.length, [
      { name: 'Dateline', run: () => parseFeed(bytes, {}) },
      { name: 'rss-parser alone', run: () => new RssParser().parseString(new TextDecoder().decode(bytes)) },
    ]);
    tables.push(table(name, rows));
  }
  return tables.join('\n\n');
}
