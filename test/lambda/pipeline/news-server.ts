import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What the server answers at one path. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

/** An entry of the feed; its link leads to `/name` on the same server. */
export interface Teaser {
  name: string;
  title: string;
  text: string;
}

/** A feed of teasers and the pages that they lead to; change them between polls. */
export interface NewsServer {
  url: string;
  origin: string;
  teasers: Teaser[];
  /** By path, as `/robots.txt`; what is missing is 404. */
  pages: Record<string, Answer>;
  /** Whether each document says how many requests came before it, so that no two have the same bytes. */
  numbered: boolean;
  /** Paths asked so far. */
  asked: string[];
}

const feedXml = ({ teasers, origin, numbered, asked }: NewsServer): string => {
  const items = teasers.map(
    ({ name, title, text }) =>
      `<item><guid isPermaLink="false">${name}</guid><title>${title}</title><link>${origin}/${name}</link><pubDate>Mon, 06 May 2024 07:30:00 GMT</pubDate><description>${text}</description></item>`,
  );
  return `<rss version="2.0"><channel><title>Marsh Post</title><link>${origin}/</link><language>en</language>${items.join('')}</channel></rss>${numbered ? `<!-- ${asked.length} -->` : ''}`;
};

/** A real HTTP server, for one test. */
export async function serveNews(teasers: Teaser[]): Promise<NewsServer> {
  const news: NewsServer = { url: '', origin: '', teasers, pages: {}, numbered: false, asked: [] };
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    news.asked.push(path);
    if (path === '/feed.xml') {
      response.setHeader('Content-Type', 'application/rss+xml; charset=utf-8').end(feedXml(news));
      return;
    }
    const { status = 200, headers = {}, body = '' } = news.pages[path] ?? { status: 404 };
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  news.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  news.url = `${news.origin}/feed.xml`;
  return news;
}

/** A teaser of one sentence, in which nobody speaks. */
export const TERMINAL: Teaser = {
  name: 'terminal',
  title: 'Council backs new ferry terminal at Saltmarsh',
  text: 'The regional council approved a plan on Monday to rebuild the flooded ferry terminal at Saltmarsh, ending months of argument over its...',
};

const PARAGRAPHS = [
  'The regional council approved a plan on Monday to rebuild the flooded ferry terminal at Saltmarsh, ending months of argument over its cost and its place on the shore.',
  '“We could have patched the old pier for half the money,” said Odile Brankovic, the chair of the council, after the vote. “This one will outlast all of us,” Brankovic said.',
  'The work is expected to begin in May and to take two years. Until then, passengers will keep using a pontoon moored off the fish market, which closes whenever the wind rises.',
  'Fishermen had asked for a breakwater to be built first. “They listened politely and changed nothing,” said Tariq Olsen, a spokesman of the fishermen, who have met every week since the storm.',
  'The terminal was closed last April, when a storm tore off its roof and left the waiting hall under a metre of water for most of a month.',
];

/** The page of an article, with a menu before it and a footer behind it. */
export const articlePage = (title: string, paragraphs = PARAGRAPHS): string =>
  `<!doctype html><html lang="en"><head><title>${title} - Marsh Post</title></head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><main><article><h1>${title}</h1>${paragraphs
    .map((text) => `<p>${text}</p>`)
    .join('')}</article></main><footer>Marsh Post, all rights reserved</footer></body></html>`;

/** What stands where the article should, until one has agreed to something. */
export const COOKIE_WALL = `<!doctype html><html><head><title>Before you go on</title></head><body><div class="consent"><h1>Your privacy</h1><p>We and our 412 partners store and access information on your device, such as cookies, and process personal data for personalised ads. With your permission we may use precise location data. You may click to consent to this processing.</p><p>We use cookies to deliver our services and to show content that depends on your settings. Read our privacy policy and our cookie policy for more.</p><button>Accept all</button><button>Manage choices</button></div></body></html>`;
