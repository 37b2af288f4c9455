import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Entry {
  guid: string;
  title: string;
  text: string;
  date?: string;
}

/** What the server does next; change it between polls. */
export interface FeedServer {
  url: string;
  entries: Entry[];
  /** Markup after the entries. */
  extra: string;
  /** Where given, sent as ETag and compared. */
  etag: string | null;
  /** Where given, answered instead of the feed, but at /moved.xml. */
  answer: { status: number; headers?: Record<string, string>; body?: string } | null;
  /** Whether each document says how many came before it, so that no two have the same bytes. */
  numbered: boolean;
  /** If-None-Match of each request so far. */
  asked: (string | undefined)[];
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const itemXml = ({ guid, title, text, date }: Entry): string =>
  `<item><guid isPermaLink="false">${escapeXml(guid)}</guid><title>${escapeXml(title)}</title><link>https://gazette.example/${encodeURIComponent(guid)}</link>${
    date ? `<pubDate>${new Date(date).toUTCString()}</pubDate>` : ''
  }<description>${escapeXml(text)}</description></item>`;

const feedXml = ({ entries, extra, numbered, asked }: FeedServer): string =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Harbour Gazette</title><link>https://gazette.example/</link><language>en</language>${entries.map(itemXml).join('')}${extra}</channel></rss>${numbered ? `<!-- ${asked.length} -->` : ''}`;

/** A real HTTP server with one feed, for one test. */
export async function serveFeed(entries: Entry[]): Promise<FeedServer> {
  const feed: FeedServer = { url: '', entries, extra: '', etag: null, answer: null, numbered: false, asked: [] };
  const server = createServer((request, response) => {
    const match = request.headers['if-none-match'];
    feed.asked.push(match);
    if (feed.answer && request.url !== '/moved.xml')
      response.writeHead(feed.answer.status, feed.answer.headers).end(feed.answer.body ?? '');
    else if (feed.etag !== null && match === feed.etag) response.writeHead(304, { ETag: feed.etag }).end();
    else {
      if (feed.etag !== null) response.setHeader('ETag', feed.etag);
      response.setHeader('Content-Type', 'application/rss+xml; charset=utf-8').end(feedXml(feed));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  feed.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml`;
  return feed;
}

/** Two articles of the Harbour Gazette, with three statements of two persons. */
export const FERRY: Entry = {
  guid: 'ferry',
  title: 'Ferry returns to the bay',
  text: 'OLD HARBOUR, May 5 - The ferry is back after two winters in the yard. “We never gave up on her,” said Ada Brook, the harbour master. “She sails again on 9 June,” Brook said.',
  date: '2024-05-05T10:00:00Z',
};
export const BAKERY: Entry = {
  guid: 'bakery',
  title: 'Bakery opens before dawn',
  text: 'The oldest bakery of the town opens at four in the morning now. “Fishermen like warm rolls,” said Tom Pell, who bakes them with his two daughters.',
  date: '2024-05-06T07:30:00Z',
};
