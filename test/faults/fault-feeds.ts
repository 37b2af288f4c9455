import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Entry } from '../lambda/pipeline/feed-server.ts';
import { generatedEntries } from '../support/generated-feed.ts';

/** How a server fails; each is told in the feed's state, and loses nothing. */
export const SERVER_FAILURES = [
  '500',
  '401',
  '403',
  '404',
  '410',
  '429',
  '503 with Retry-After',
  'no answer',
  'silent half-way',
  'reset half-way',
  'wrong content length',
  'broken gzip',
  'redirect loop',
  'broken TLS',
  'truncated',
  'no feed',
] as const;
export type ServerFailure = (typeof SERVER_FAILURES)[number];

/** Of these, the whole entries that came are kept, and the document is asked for again. */
export const READ_IN_SPITE: ReadonlySet<ServerFailure> = new Set([
  'reset half-way',
  'wrong content length',
  'broken gzip',
]);

/** Servers of feeds, each at an address of its own. */
export interface FaultFeeds {
  urlOf(feed: number): string;
  /** Which edition a feed has: 1, 2 with an entry edited, 3 with that and another. */
  edition: Map<number, number>;
  failure: Map<number, ServerFailure>;
  close(): void;
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function entryXml({ guid, title, text, date }: Entry): string {
  const day = new Date(date ?? 0).toUTCString();
  return `<item><guid isPermaLink="false">${guid}</guid><title>${escapeXml(title)}</title><link>https://gazette.example/${guid}</link><pubDate>${day}</pubDate><description>${escapeXml(text)}</description></item>`;
}

function documentOf(entries: Entry[], feed: number, edition: number): string {
  const items = entries.map((entry, place) => {
    if (place !== 3 && place !== 5) return entryXml(entry);
    // No other entry tells the same: a copy stays one when its original is edited, so editions that came in another order would count differently.
    const text = `${entry.text} Notice ${entry.guid} was read out.`;
    const isEdited = edition > (place === 3 ? 1 : 2);
    return entryXml({ ...entry, text: isEdited ? `${text} “It was edited,” said Ada Brook.` : text });
  });
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Gazette ${feed}</title><link>https://gazette.example/</link><language>en</language>${items.join('')}</channel></rss>`;
}

/** Answers with the failure. */
function fail(response: ServerResponse, failure: ServerFailure, { host, body }: { host: string; body: string }): void {
  if (failure === 'no answer') return;
  if (failure === '500') response.writeHead(500).end('out of order');
  else if (/^4\d\d$/.test(failure) && failure !== '429') response.writeHead(Number(failure)).end('not for you');
  else if (failure === 'silent half-way') response.write(body.slice(0, body.length >> 1));
  else if (failure === '429') response.writeHead(429, { 'Retry-After': '3600' }).end();
  else if (failure === '503 with Retry-After') response.writeHead(503, { 'Retry-After': '600' }).end();
  else if (failure === 'redirect loop') response.writeHead(302, { Location: '/feed.xml' }).end();
  // It speaks no TLS.
  else if (failure === 'broken TLS') response.writeHead(302, { Location: `https://${host}/feed.xml` }).end();
  else if (failure === 'broken gzip') response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(body);
  else if (failure === 'no feed') response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Welcome</p>');
  else if (failure === 'truncated') response.end(body.slice(0, 40));
  else {
    const length = Buffer.byteLength(body) + (failure === 'wrong content length' ? 100 : 0);
    response.writeHead(200, { 'Content-Length': length });
    response.write(body.slice(0, failure === 'reset half-way' ? body.length >> 1 : body.length), () =>
      response.socket?.destroy(),
    );
  }
}

/** Serves so many feeds of so many entries; every feed's articles are its own. */
export async function serveFaultFeeds(feeds: number, entriesEach: number): Promise<FaultFeeds> {
  const all = generatedEntries(feeds * entriesEach);
  const edition = new Map<number, number>();
  const failure = new Map<number, ServerFailure>();
  const server = createServer((request, response) => {
    const parts = (request.socket.localAddress ?? '').split('.').map(Number);
    const feed = (parts[2] ?? 0) * 250 + (parts[3] ?? 0) - 1;
    const entries = all.slice(feed * entriesEach, (feed + 1) * entriesEach);
    const number = edition.get(feed) ?? 1;
    const body = documentOf(entries, feed, number);
    const failing = failure.get(feed);
    if (failing) return fail(response, failing, { host: request.headers.host ?? '', body });
    response.writeHead(200, { ETag: `"${number}"`, 'Content-Type': 'application/rss+xml' }).end(body);
  });
  server.on('clientError', () => undefined);
  server.listen(0, '0.0.0.0');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (feed) => `http://127.9.${Math.floor(feed / 250)}.${(feed % 250) + 1}:${port}/feed.xml`,
    edition,
    failure,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
