import { textToHtml } from '../../common/html/text-of.ts';
import type { FeedRecord } from './record.ts';

const MINUTES: Record<string, number> = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 43_200, yearly: 525_600 };

const SPECIAL = /[<>&]/;

function element(name: string, text: string | null): string {
  if (text === null || text === '') return '';
  if (!SPECIAL.test(text)) return `<${name}>${text}</${name}>`;
  // In CDATA the reader behind has no entities to decode, which is half of its time.
  return `<${name}><![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`;
}

/** Minutes between updates, as `ttl` or the syndication module tells them. */
function timeToLive(feed: FeedRecord): string | null {
  const ttl = feed.get('ttl');
  if (ttl !== null && /^\d{1,7}$/.test(ttl)) return ttl;
  const period = MINUTES[feed.get('updatePeriod')?.toLowerCase() ?? ''];
  if (period === undefined) return null;
  const frequency = Number(feed.get('updateFrequency') ?? 1);
  return String(Math.round(period / Math.max(1, frequency || 1)));
}

/** Whose it is and what it is about: an entry that tells neither has it from the feed. */
function writeNames(record: FeedRecord): string[] {
  return [
    ...record.best('author').map((name) => element('byline', name)),
    ...record.best('tag').map((tag) => element('topic', tag)),
  ];
}

function writeItem(item: FeedRecord): string {
  const description = item.get('description');
  const summary = item.get('summary') ?? description;
  const content = item.get('content') ?? (description === summary ? null : description && textToHtml(description));
  return [
    '<item>',
    element('guid', item.get('guid')),
    element('link', item.get('link')),
    element('title', item.get('title')),
    element('summary', summary),
    element('content', content),
    element('language', item.get('language')),
    ...writeNames(item),
    ...item.all('published').map((date) => element('published', date)),
    ...item.all('updated').map((date) => element('updated', date)),
    ...item.enclosures.flatMap(({ url, type, length }) => [
      '<file>',
      element('url', url),
      element('type', type),
      element('length', length === null ? null : String(length)),
      '</file>',
    ]),
    '</item>',
  ].join('');
}

/**
 * One clean RSS 2.0 document of what was collected: every value is the text of an element of its own, no attributes, no
 * namespaces. Entries are named `summary` and `content`, since rss-parser runs a quadratic expression on `description`
 * and `content:encoded`.
 */
export function writeRss(feed: FeedRecord, items: readonly FeedRecord[]): string {
  return [
    '<rss version="2.0"><channel>',
    element('title', feed.get('title')),
    element('link', feed.get('link')),
    element('description', feed.get('description') ?? feed.get('summary')),
    element('language', feed.get('language')),
    element('ttl', timeToLive(feed)),
    ...writeNames(feed),
    ...items.map(writeItem),
    '</channel></rss>',
  ].join('');
}
