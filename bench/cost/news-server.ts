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
  /** Whether the documents have teasers only, with links to pages on this server. */
  teasers: boolean;
  close(): void;
}

/** Serves feeds on 127.0.0.1. */
export async function serveNews(): Promise<NewsServer> {
  const news: NewsServer = {
    urlOf: () => '',
    articles: new Map(),
    validators: true,
    stamped: false,
    teasers: false,
    close: () => server.close(),
  };
  let served = 0;
  const server = createServer((request, response) => {
    const [, number, name] = request.url?.split('/') ?? [];
    if (number === 'robots.txt') {
      response.writeHead(404).end();
      return;
    }
    const all = news.articles.get(Number(number)) ?? [];
    if (name !== 'feed.xml') {
      const page = pageOf(all[Number(name)] as Article);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      return;
    }
    const list = all.slice(-IN_A_DOCUMENT);
    const etag = `"${list.at(-1)?.guid.length ?? 0}-${list.at(-1)?.date ?? ''}"`;
    if (news.validators && request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    const headers = { 'content-type': 'application/rss+xml; charset=utf-8', ...(news.validators ? { etag } : {}) };
    const own = (article: Article): Article => {
      const url = `http://${request.headers.host}/${number}/${all.indexOf(article)}`;
      return { ...article, url, guid: url, html: '' };
    };
    const stamp = news.stamped ? `built ${++served}` : '';
    response.writeHead(200, headers).end(documentOf(news.teasers ? list.map(own) : list, stamp));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  news.urlOf = (feed) => `http://127.0.0.1:${port}/${feed}/feed.xml`;
  return news;
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const pageOf = ({ title, html, author }: Article): string =>
  `<!doctype html><html lang="en"><head><title>${escapeXml(title)} - Gazette</title></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/weather">Weather</a></nav>
<main><article><h1>${escapeXml(title)}</h1><p class="byline">By ${author}</p>${html}</article></main>
<footer>All rights reserved.</footer></body></html>`;

function documentOf(articles: Article[], stamp: string): string {
  const items = articles.toReversed().map(
    ({ guid, url, title, html, teaser, author, categories, date }) => `
<item><title>${escapeXml(title)}</title><link>${escapeXml(url)}</link><guid isPermaLink="true">${guid}</guid><dc:creator>${escapeXml(author)}</dc:creator>
${categories.map((name) => `<category>${name}</category>`).join('')}<pubDate>${new Date(date).toUTCString()}</pubDate>
<description>${escapeXml(teaser)}</description>${html && `<content:encoded><![CDATA[${html}]]></content:encoded>`}</item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Gazette</title><link>https://www.gazette.example/</link><description>News</description><generator>Gazette ${stamp}</generator><language>en</language>${items.join('')}</channel></rss>`;
}
