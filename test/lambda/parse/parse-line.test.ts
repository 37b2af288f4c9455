import { expect, it } from 'vitest';
import { parseFeed } from '../../../lambda/parse/parse-feed.ts';
import { toParseLine } from '../../../lambda/parse/parse-line.ts';

it('tells a feed as one line', async () => {
  const feed = `<rss><channel><title>T</title><item><guid>1</guid><title>A</title><pubDate>12 Nov 2023</pubDate>
    <enclosure url="https://e.example/a.mp3" length="5" type="audio/mpeg"/></item></channel></rss>`;
  expect(toParseLine(await parseFeed(new TextEncoder().encode(feed)))).toEqual({
    feed: { title: 'T', link: null, language: null, description: null },
    items: [
      {
        guid: '1',
        url: null,
        title: 'A',
        authors: [],
        summary: null,
        contentHtml: null,
        tags: [],
        enclosures: [{ url: 'https://e.example/a.mp3', length: 5, type: 'audio/mpeg' }],
        language: null,
        publishedAt: '2023-11-12T00:00:00Z',
        updatedAt: null,
      },
    ],
  });
});
