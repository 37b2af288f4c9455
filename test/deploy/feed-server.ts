import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const TEASER = 'Dredgers will work day and night until the channel of Port Ellary is deep enough for the new ferry...';

/** The page of the article that the feed gives a teaser of. */
const PAGE = `<!doctype html>
<html lang="en"><head><title>Dredgers to work day and night - Coast Wire</title></head><body>
<nav><a href="/">Coast Wire</a> <a href="/weather">Weather</a></nav>
<article><h1>Dredgers to work day and night</h1>
<p>Dredgers will work day and night until the channel of Port Ellary is deep enough for the new ferry, the port announced.</p>
<p>&ldquo;Nobody on the quay will sleep well this month,&rdquo; said Petra Lindqvist, the harbour master, at the pier where the first of the three ships has been made fast.</p>
<p>The work is to take four weeks. The sand goes to the beaches in the north, which lost much of theirs in the storms of the winter, and the fishermen are paid for the days that they have to stay in.</p>
</article>
<footer>Coast Wire, Port Ellary. All rights reserved.</footer></body></html>`;

/** A feed of three articles with three speakers, one of them in the article's page only, published two hours before `now` (milliseconds). */
function feedText(now: number, origin: string): string {
  const published = new Date(now - 2 * 3_600_000).toUTCString();
  const item = (path: string, title: string, paragraphs: string[]): string => `
    <item>
      <title>${title}</title>
      <link>https://coastwire.example/${path}</link>
      <guid isPermaLink="false">coastwire:${path}</guid>
      <pubDate>${published}</pubDate>
      <description><![CDATA[${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('')}]]></description>
    </item>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0">
  <channel>
    <title>Coast Wire</title>
    <link>https://coastwire.example/</link>
    <description>News from Port Ellary</description>
    <language>en</language>${item('bridge', 'Harbour bridge passes its last test', [
      'PORT ELLARY (Coast Wire) - The new harbour bridge has passed its last load test, the city announced.',
      '&ldquo;We have tested every cable twice,&rdquo; said Ines Calloway, the minister of transport.',
    ])}${item('schools', 'Union asks for more teachers before winter', [
      'PORT ELLARY (Coast Wire) - The teachers of the coast want smaller classes.',
      '&ldquo;Our schools need forty more teachers by January,&rdquo; Tomas Brandt told reporters on Monday.',
    ])}
    <item>
      <title>Dredgers to work day and night</title>
      <link>${origin}/dredgers</link>
      <guid isPermaLink="false">coastwire:dredgers</guid>
      <pubDate>${published}</pubDate>
      <description>${TEASER}</description>
    </item>
  </channel>
</rss>`;
}

/** A web server on this machine with one feed and one page, that remembers who asked for them, and when. */
export interface FeedServer {
  port: number;
  url: string;
  userAgents: string[];
  /** What was asked for, with the milliseconds since 1970. */
  asked: { path: string; at: number }[];
  close(): void;
}

/** Serves the feed and its page on 127.0.0.1, on a port of its own. */
export function serveFeed(now: number): Promise<FeedServer> {
  const userAgents: string[] = [];
  const asked: FeedServer['asked'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, at: Date.now() });
    userAgents.push(request.headers['user-agent'] ?? '');
    if (path === '/feed.xml') {
      const headers = { 'content-type': 'application/rss+xml; charset=utf-8', etag: '"first"' };
      response.writeHead(200, headers).end(feedText(now, `http://${request.headers.host}`));
    } else if (path === '/dredgers') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
    } else {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      const close = () => void server.close();
      resolve({ port, url: `http://127.0.0.1:${port}/feed.xml`, userAgents, asked, close });
    });
  });
}
