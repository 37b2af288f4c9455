import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { escapeHtml } from '../../lambda/common/html/escape-html.ts';
import { storyTeller } from './machine-articles.ts';

/** Items of every feed, an hour apart. */
export const ITEMS_A_FEED = 30;
/** Of so many feeds one changes in the last round, by an item that is new and one that is edited. */
const ONE_CHANGES_OF = 33;
const HOUR = 3_600_000;

/** A server of any number of feeds, each at an address of its own, so that none waits for another. */
export interface MachineFeeds {
  urlOf(feed: number): string;
  /** From now on one feed of 33 has changed. */
  change(): void;
  /** How many of the first `count` feeds that are. */
  changed(count: number): number;
  /** Bytes of one feed. */
  bytes: number;
  close(): void;
}

const addressOf = (feed: number): string => `127.${1 + (feed >> 16)}.${(feed >> 8) & 255}.${feed & 255}`;
const numberOf = (address: string): number => {
  const [, a = 1, b = 0, c = 0] = address.split('.').map(Number);
  return ((a - 1) << 16) | (b << 8) | c;
};

/** Serves the feeds; `newest` is the moment of their newest item. */
export async function serveMachineFeeds(newest: number): Promise<MachineFeeds> {
  const tell = await storyTeller();
  let version = 1;
  const documentOf = (feed: number, edition: number): string => {
    const items = Array.from({ length: ITEMS_A_FEED }, (_, place) => {
      const item = place + edition - 1;
      const { title, paragraphs } = tell(feed, item, edition > 1 && place === ITEMS_A_FEED - 2 ? 2 : 1);
      const text = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('');
      const date = new Date(newest - (ITEMS_A_FEED - item) * HOUR).toUTCString();
      return `<item><title>${title}</title><link>https://paper-${feed}.example/${item}</link><guid isPermaLink="false">${feed}-${item}</guid><pubDate>${date}</pubDate><description><![CDATA[${text}]]></description></item>`;
    });
    return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Paper ${feed}</title><link>https://paper-${feed}.example/</link><description>d</description>${items.reverse().join('')}</channel></rss>`;
  };
  const editionOf = (feed: number): number => (feed % ONE_CHANGES_OF === 0 ? version : 1);
  const server = createServer((request, response) => {
    const feed = numberOf(request.socket.localAddress?.replace('::ffff:', '') ?? '');
    const etag = `"edition-${editionOf(feed)}"`;
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { ETag: etag }).end();
    else
      response
        .writeHead(200, { ETag: etag, 'Content-Type': 'application/rss+xml' })
        .end(documentOf(feed, editionOf(feed)));
  });
  server.listen(0, '0.0.0.0');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (feed) => `http://${addressOf(feed)}:${port}/feed.xml`,
    change() {
      version = 2;
    },
    changed: (count) => Math.ceil(count / ONE_CHANGES_OF),
    bytes: Buffer.byteLength(documentOf(1, 1)),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
