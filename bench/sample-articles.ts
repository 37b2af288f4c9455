import { readFileSync } from 'node:fs';
import type { NormalisedItem } from '../lambda/model/item.ts';
import { normaliseEntries } from '../lambda/normalise/normalise-entry.ts';
import { parseFeed } from '../lambda/parse/parse-feed.ts';

/** The sample articles that come with the project, as items. */
export async function sampleArticles(): Promise<NormalisedItem[]> {
  const bytes = readFileSync(new URL('../samples/sample-feed.xml', import.meta.url));
  return normaliseEntries(await parseFeed(bytes), { feedId: 'samples', fetchedAt: '2026-11-23T12:00:00Z' }).items;
}

/** An RSS document of so many items, each a sample article under a title, guid and first sentence of its own. */
export async function manyArticles(count: number): Promise<Uint8Array> {
  const articles = await sampleArticles();
  const items = Array.from({ length: count }, (_, number) => {
    const text = articles[number % articles.length]?.contentText ?? '';
    return `<item><title>Report ${number}</title><guid isPermaLink="false">bench-${number}</guid><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate><description><![CDATA[<p>Report ${number}.</p><p>${text.replaceAll('\n\n', '</p><p>')}</p>]]></description></item>`;
  });
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Bench</title><link>https://bench.example/</link><description>d</description>${items.join('')}</channel></rss>`,
  );
}
