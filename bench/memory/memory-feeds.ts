import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { escapeHtml } from '../../lambda/common/html/escape-html.ts';
import { inventedNews } from '../invented-news.ts';

/** Documents that are fetched at once, each of a host of its own. */
export interface MemoryCase {
  documents: number;
  bytes: number;
  form: 'RSS' | 'JSON Feed';
  gzip: boolean;
  /** So many items of each document are new; the others are older than items are kept. */
  fresh: number;
}

/** A server of the documents of one case. */
export interface MemoryFeeds {
  urls: string[];
  /** New items of all documents. */
  fresh: number;
  close(): void;
}

const MINUTE = 60_000;
const LONG_AGO = 400 * 24 * 60 * MINUTE;
const ARTICLES = inventedNews(200_000);

interface Entry {
  id: string;
  title: string;
  html: string;
  date: Date;
}

const toRss = ({ id, title, html, date }: Entry): string =>
  `<item><title>${title}</title><link>https://${id}.example/</link><guid isPermaLink="false">${id}</guid><pubDate>${date.toUTCString()}</pubDate><description>${escapeHtml(html)}</description></item>`;

const toJson = ({ id, title, html, date }: Entry): string =>
  JSON.stringify({ id, url: `https://${id}.example/`, title, content_html: html, date_published: date.toISOString() });

/** A document of nearly so many bytes, and never more, with as many items of some 4 KB of text as it has place for. */
function documentOf(feed: number, { bytes, form, fresh }: MemoryCase, now: number): { body: Buffer; items: number } {
  const isRss = form === 'RSS';
  const [head, between, foot] = isRss
    ? ['<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Paper</title>', '', '</channel></rss>']
    : ['{"version":"https://jsonfeed.org/version/1.1","title":"Paper","items":[', ',', ']}'];
  const items: string[] = [];
  for (let number = 0, size = head.length + foot.length; ; number++) {
    const article = ARTICLES[(feed * 31 + number) % ARTICLES.length] ?? '';
    const title = `Report ${number} of paper ${feed}`;
    const html = [title, ...article.split('\n\n')].map((line) => `<p>${line}</p>`).join('');
    const date = new Date(now - number * MINUTE - (number < fresh ? 0 : LONG_AGO));
    const entry = { id: `paper-${feed}-${number}`, title, html, date };
    const text = isRss ? toRss(entry) : toJson(entry);
    size += Buffer.byteLength(text) + between.length;
    if (size > bytes) break;
    items.push(text);
  }
  return { body: Buffer.from(head + items.join(between) + foot), items: items.length };
}

/** Serves the documents of a case, at full speed. */
export async function serveMemoryFeeds(what: MemoryCase, now: number): Promise<MemoryFeeds> {
  const documents = Array.from({ length: what.documents }, (_, feed) => documentOf(feed, what, now));
  const bodies = documents.map(({ body }) => (what.gzip ? gzipSync(body) : body));
  const server = createServer((request, response) => {
    const body = bodies[Number(request.url?.slice(1))];
    const type = what.form === 'RSS' ? 'application/rss+xml' : 'application/feed+json';
    response.writeHead(200, { 'Content-Type': type, ...(what.gzip ? { 'Content-Encoding': 'gzip' } : {}) }).end(body);
  });
  server.listen(0, '0.0.0.0');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    urls: documents.map((_, feed) => `http://127.0.1.${feed + 1}:${port}/${feed}`),
    fresh: documents.reduce((sum, { items }) => sum + Math.min(what.fresh, items), 0),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
