import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A feed of two articles with two speakers, published two hours before `now` (milliseconds). */
export function feedText(now: number): string {
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
  </channel>
</rss>`;
}

/** A web server on this machine with one feed, that remembers who asked for it. */
export interface FeedServer {
  port: number;
  url: string;
  userAgents: string[];
  close(): void;
}

/** Serves the feed on 127.0.0.1, on a port of its own. */
export function serveFeed(text: string): Promise<FeedServer> {
  const userAgents: string[] = [];
  const server = createServer((request, response) => {
    if (request.url !== '/feed.xml') {
      response.writeHead(404).end();
      return;
    }
    userAgents.push(request.headers['user-agent'] ?? '');
    response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8', etag: '"first"' }).end(text);
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      const close = () => void server.close();
      resolve({ port, url: `http://127.0.0.1:${port}/feed.xml`, userAgents, close });
    });
  });
}
