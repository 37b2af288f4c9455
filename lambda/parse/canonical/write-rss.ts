import { textToHtml } from '../../common/html/text-of.ts';
import { type Enclosure, type OptionalEntryField, pickOptionalFields } from '../../model/feed-document.ts';
import type { FeedRecord, MarkedUp } from './record.ts';

const MINUTES: Record<string, number> = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 43_200, yearly: 525_600 };

/** What may not stand in XML as it is, or would look like a reference to a text kept aside. */
const SPECIAL = /[<>&]|^#/;
const LONGEST_IN_PLACE = 200;

/** What an entry, or the feed, has beyond what rss-parser is for: its texts, and all that may be told several times. */
export interface Aside {
  summary: MarkedUp | null;
  content: string | null;
  language: string | null;
  authors: string[];
  tags: string[];
  /** In the feed's words, the likeliest first. */
  published: string[];
  updated: string[];
  enclosures: Enclosure[];
  optional: Partial<Record<OptionalEntryField, string>>;
}

/** A clean RSS document, and what stands aside of it. */
export interface WrittenRss {
  rss: string;
  /** `#12` in the document stands for the text of that index. */
  texts: MarkedUp[];
  /** What the `more` of the document stands for, by its number. */
  asides: Aside[];
}

/**
 * Puts the document together. A text that is long or holds markup is kept aside and a reference to it stands in the
 * document, so that what reads it works on the structure alone, at a cost that the texts' length does not change.
 */
class RssWriter implements WrittenRss {
  readonly texts: MarkedUp[] = [];
  readonly asides: Aside[] = [];
  rss = '';

  element(name: string, value: string | null, html: string | null = null): void {
    if (html === null && (value === null || value === '')) return;
    const inPlace = html === null && value !== null && value.length <= LONGEST_IN_PLACE && !SPECIAL.test(value);
    const text = inPlace ? value : `#${this.texts.push({ value: value ?? '', html }) - 1}`;
    this.rss += `<${name}>${text}</${name}>`;
  }

  /** What the feed and its entries have both. */
  record(record: FeedRecord, link = record.get('link')): void {
    this.element('guid', record.get('guid'));
    this.element('link', link);
    const title = record.markedUp('title');
    if (title !== null) this.element('title', title.value, title.html);
    this.rss += `<more>${this.asides.push(asideOf(record)) - 1}</more>`;
  }
}

function asideOf(record: FeedRecord): Aside {
  const description = record.markedUp('description');
  const summary = record.markedUp('summary') ?? description;
  const other = description === summary ? null : description;
  return {
    summary,
    content: record.get('content') ?? (other && (other.html ?? textToHtml(other.value))),
    language: record.get('language'),
    authors: record.best('author'),
    tags: record.best('tag'),
    published: record.all('published'),
    updated: record.all('updated'),
    enclosures: record.enclosures,
    optional: pickOptionalFields((field) => record.get(field)),
  };
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
 * namespaces, and none of the elements on which rss-parser runs its quadratic expression. It has what makes a feed a feed,
 * its structure, addresses and titles; the rest stands aside, for rss-parser takes a microsecond and more for each element.
 */
export function writeRss(feed: FeedRecord, items: readonly FeedRecord[]): WrittenRss {
  const writer = new RssWriter();
  writer.rss = '<rss version="2.0"><channel>';
  writer.element('ttl', timeToLive(feed));
  // A feed that names no site leads to itself.
  writer.record(feed, feed.get('link') ?? feed.get('self'));
  for (const item of items) {
    writer.rss += '<item>';
    writer.record(item);
    writer.rss += '</item>';
  }
  writer.rss += '</channel></rss>';
  return { rss: writer.rss, texts: writer.texts, asides: writer.asides };
}
