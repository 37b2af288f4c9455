import { textToHtml } from '../../common/html/text-of.ts';
import type { FeedRecord, MarkedUp } from './record.ts';

const MINUTES: Record<string, number> = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 43_200, yearly: 525_600 };

/** What may not stand in XML as it is, or would look like a reference to a text kept aside. */
const SPECIAL = /[<>&]|^#/;
const LONGEST_IN_PLACE = 200;

/** A clean RSS document, and the texts that stand aside of it. */
export interface WrittenRss {
  rss: string;
  /** `#12` in the document stands for the text of that index. */
  texts: MarkedUp[];
}

/**
 * Puts the document together. A text that is long or holds markup is kept aside and a reference to it stands in the
 * document, so that what reads it works on the structure alone, at a cost that the texts' length does not change.
 */
class RssWriter {
  readonly texts: MarkedUp[] = [];
  rss = '';

  element(name: string, value: string | null, html: string | null = null): void {
    if (html === null && (value === null || value === '')) return;
    const inPlace = html === null && value !== null && value.length <= LONGEST_IN_PLACE && !SPECIAL.test(value);
    const text = inPlace ? value : `#${this.texts.push({ value: value ?? '', html }) - 1}`;
    this.rss += `<${name}>${text}</${name}>`;
  }

  markedUp(name: string, text: MarkedUp | null): void {
    if (text !== null) this.element(name, text.value, text.html);
  }

  /** Whose it is and what it is about: an entry that tells neither has it from the feed. */
  names(record: FeedRecord): void {
    for (const name of record.best('author')) this.element('by', name);
    for (const tag of record.best('tag')) this.element('tag', tag);
  }

  item(item: FeedRecord): void {
    const description = item.markedUp('description');
    const summary = item.markedUp('summary') ?? description;
    const other = description === summary ? null : description;
    this.rss += '<item>';
    this.element('guid', item.get('guid'));
    this.element('link', item.get('link'));
    this.markedUp('title', item.markedUp('title'));
    this.markedUp('text', summary);
    this.element('body', item.get('content') ?? (other && (other.html ?? textToHtml(other.value))));
    this.element('lang', item.get('language'));
    this.names(item);
    for (const date of item.all('published')) this.element('date', date);
    for (const date of item.all('updated')) this.element('edit', date);
    for (const { url, type, length } of item.enclosures) {
      this.rss += '<file>';
      this.element('url', url);
      this.element('type', type);
      this.element('length', length === null ? null : String(length));
      this.rss += '</file>';
    }
    this.rss += '</item>';
  }
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

/**
 * One clean RSS 2.0 document of what was collected: every value is the text of an element of its own, no attributes, no
 * namespaces. Names are short, since rss-parser's XML reader runs an expression on each of their letters, and none is
 * `description` or `content:encoded`, on which it runs a quadratic one.
 */
export function writeRss(feed: FeedRecord, items: readonly FeedRecord[]): WrittenRss {
  const writer = new RssWriter();
  writer.rss = '<rss version="2.0"><channel>';
  writer.markedUp('title', feed.markedUp('title'));
  writer.element('link', feed.get('link'));
  writer.markedUp('about', feed.markedUp('description') ?? feed.markedUp('summary'));
  writer.element('lang', feed.get('language'));
  writer.element('ttl', timeToLive(feed));
  writer.names(feed);
  for (const item of items) writer.item(item);
  writer.rss += '</channel></rss>';
  return { rss: writer.rss, texts: writer.texts };
}
