import { escapeHtml } from '../../../common/html/escape-html.ts';
import type { FeedEntry } from './feed-entry.ts';
import type { PageFrame, PageWriter } from './page-frame.ts';

/** A page of RSS 2.0; a description is HTML, so that its text is escaped twice. */
export function rssWriter(entryOf: (row: Record<string, unknown>) => FeedEntry): PageWriter {
  return { row: (row) => itemOf(entryOf(row)), page: (rows, frame) => channelOf(rows, frame) };
}

function itemOf({ id, title, url, paragraphs, publishedAt, author, tags }: FeedEntry): string {
  const html = paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('');
  return [
    '<item>',
    tag('title', title),
    url === null ? '' : tag('link', url),
    tag('description', html),
    author === null ? '' : tag('dc:creator', author),
    ...tags.map((one) => tag('category', one)),
    `<guid isPermaLink="false">${escapeHtml(id)}</guid>`,
    publishedAt === null ? '' : tag('pubDate', new Date(publishedAt).toUTCString()),
    '</item>\n',
  ].join('');
}

function channelOf(rows: string[], { title, homeUrl, selfUrl, nextUrl }: PageFrame): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">\n<channel>',
    tag('title', title),
    tag('link', homeUrl),
    tag('description', title),
    link('self', selfUrl),
    nextUrl === null ? '' : link('next', nextUrl),
    '\n',
    ...rows,
    '</channel>\n</rss>\n',
  ].join('');
}

function tag(name: string, text: string): string {
  return `<${name}>${escapeHtml(text)}</${name}>`;
}

/** RFC 5005 has pages of a feed follow one another so. */
function link(relation: string, href: string): string {
  return `<atom:link rel="${relation}" href="${escapeHtml(href)}" type="application/rss+xml"/>`;
}
