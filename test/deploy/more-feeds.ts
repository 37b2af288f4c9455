import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';

/** Further feeds, each a host of its own on this machine. */
export interface MoreFeeds {
  count: number;
  /** An OPML file that lists all of them. */
  opml: string;
  close(): void;
}

/** Serves so many feeds of one article each, at 127.0.1.1 and on, and writes a list of them beside the given path. */
export async function serveMoreFeeds(count: number, opml: string, now: number): Promise<MoreFeeds> {
  const published = new Date(now - 3_600_000).toUTCString();
  const outlines: string[] = [];
  const closing: (() => void)[] = [];
  for (let number = 1; number <= count; number += 1) {
    const server = createServer((_request, response) => {
      const link = `https://parish-${number}.example/notice`;
      response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' }).end(
        `<?xml version="1.0"?><rss version="2.0"><channel><title>Parish ${number}</title><link>https://parish-${number}.example/</link><description>Notices</description>
        <item><title>Notice ${number}</title><link>${link}</link><guid>${link}</guid><pubDate>${published}</pubDate>
        <description>The hall of parish ${number} is closed for repairs, and its choir sings in the old school until the roof is tight again.</description></item></channel></rss>`,
      );
    });
    const port = await new Promise<number>((resolve, reject) => {
      server.on('error', reject);
      server.listen(0, `127.0.1.${number}`, () => resolve((server.address() as { port: number }).port));
    });
    outlines.push(`<outline type="rss" text="Parish ${number}" xmlUrl="http://127.0.1.${number}:${port}/feed.xml"/>`);
    closing.push(() => void server.close());
  }
  await writeFile(opml, `<?xml version="1.0"?><opml version="2.0"><head/><body>${outlines.join('\n')}</body></opml>`);
  return { count, opml, close: () => closing.forEach((close) => void close()) };
}
