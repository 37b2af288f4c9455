import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Article } from './news.ts';

/** So many of the newest articles stand in a document. */
const IN_A_DOCUMENT = 20;

/** Feeds on this machine, by number. */
export interface NewsServer {
  urlOf(feed: number): string;
  articles: Map<number, Article[]>;
  /** Whether the documents carry validators, and the server answers 304 to them. */
  validators: boolean;
  /** Whether each document says when it was built, as many do, so that no two have the same bytes. */
  stamped: boolean;
  close(): void;
}

/** Serves feeds on 127.0.0.1. */
export async function serveNews(): Promise<NewsServer> {
  const news: NewsServer = {
    urlOf: () => '',
    articles: new Map(),
    validators: true,
    stamped: false,
    close: () => server.close(),
  };
  let served = 0;
  const server = createServer((request, response) => {
    const list = (news.articles.get(Number(request.url?.split('/')[1])) ?? []).slice(-IN_A_DOCUMENT);
    const etag = `"${list.at(-1)?.guid.length ?? 0}-${list.at(-1)?.date ?? ''}"`;
    if (news.validators && request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    const headers = { 'content-type': 'application/rss+xml; charset=utf-8', ...(news.validators ? { etag } : {}) };
    response.writeHead(200, headers).end(documentOf(list, news.stamped ? `built ${++served}` : ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  news.urlOf = (feed) => `http://127.0.0.1:${port}/${feed}/feed.xml`;
  return news;
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function documentOf(articles: Article[], stamp: string): string {
  const items = articles.toReversed().map(
    ({ guid, url, title, html, teaser, author, categories, date }) => `
<item><title>${escapeXml(title)}</title><link>${escapeXml(url)}</link><guid isPermaLink="true">${guid}</guid><dc:creator>${escapeXml(author)}</dc:creator>
${categories.map((name) => `<category>${name}</category>`).join('')}<pubDate>${new Date(date).toUTCString()}</pubDate>
<description>${escapeXml(teaser)}</description><content:encoded><![CDATA[${html}]]></content:encoded></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Gazette</title><link>https://www.gazette.example/</link><description>News</description><generator>Gazette ${stamp}</generator><language>en</language>${items.join('')}</channel></rss>`;
}
