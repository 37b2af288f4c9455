import RssParser from 'rss-parser';
import * as z from 'zod';
import { FeedParseError } from '../model/errors.ts';
import type { FeedDocument, FeedEntry } from '../model/feed-document.ts';
import type { CanonicalFeed } from './canonical/canonicalise.ts';
import type { MarkedUp } from './canonical/record.ts';
import type { Aside } from './canonical/write-rss.ts';
import { readTimestamps } from './read-timestamps.ts';
import type { Warnings } from './warnings.ts';

const text = z.string().optional();

const itemSchema = z.object({ guid: text, link: text, title: text, more: text });
const outputSchema = z.object({
  title: text,
  link: text,
  ttl: text,
  more: text,
  items: z.array(itemSchema),
});

/** What an entry that does not tell has from its feed. */
interface Inherited {
  authors: string[];
  tags: string[];
  language: string | null;
}

const NOTHING: Aside = {
  summary: null,
  content: null,
  language: null,
  authors: [],
  tags: [],
  published: [],
  updated: [],
  enclosures: [],
  optional: {},
};

/** What stands aside of a canonical document, for those that find a reference in it. */
class References {
  readonly #feed: CanonicalFeed;

  constructor(feed: CanonicalFeed) {
    this.#feed = feed;
  }

  /** The value itself or the text that it refers to; `null` for none. */
  text(value: string | undefined): string | null {
    return this.#find(value)?.value || value || null;
  }

  /** The text's markup; `null` where it has none. */
  html(value: string | undefined): string | null {
    return this.#find(value)?.html ?? null;
  }

  aside(more: string | undefined): Aside {
    return this.#feed.asides[Number(more)] ?? NOTHING;
  }

  #find(value: string | undefined): MarkedUp | undefined {
    return value?.startsWith('#') ? this.#feed.texts[Number(value.slice(1))] : undefined;
  }
}

function mapItem(item: z.infer<typeof itemSchema>, inherited: Inherited, references: References): FeedEntry {
  const aside = references.aside(item.more);
  const { summary, content, language, authors, tags, published, updated, enclosures, optional } = aside;
  const dateLanguage = language ?? inherited.language;
  const summaryHtml = summary?.html ?? null;
  return {
    guid: references.text(item.guid),
    url: references.text(item.link),
    title: references.text(item.title),
    titleHtml: references.html(item.title),
    authors: authors.length > 0 ? authors : inherited.authors,
    summary: summary?.value || null,
    summaryHtml,
    contentHtml: content ?? summaryHtml,
    tags: tags.length > 0 ? tags : inherited.tags,
    enclosures,
    language,
    published: readTimestamps(published, dateLanguage),
    updated: readTimestamps(updated, dateLanguage),
    ...optional,
  };
}

/** Has rss-parser map the canonical RSS and gives its answer the form of the model; throws FeedParseError `malformed`. */
export async function mapRss(canonical: CanonicalFeed, warnings: Warnings): Promise<FeedDocument> {
  // The type forgets that feed fields may be renamed and kept whole as item fields are.
  const parser = new RssParser({ customFields: { feed: ['more'] as unknown as string[], item: ['more'] } });
  let output: unknown;
  try {
    output = await parser.parseString(canonical.rss);
  } catch (error) {
    throw new FeedParseError('malformed', 'the feed cannot be read even after repair', error);
  }
  const feed = outputSchema.parse(output);
  const references = new References(canonical);
  const { summary: description, language, authors, tags } = references.aside(feed.more);
  return {
    format: canonical.format,
    title: references.text(feed.title),
    titleHtml: references.html(feed.title),
    link: references.text(feed.link),
    language,
    description: description?.value || null,
    descriptionHtml: description?.html ?? null,
    ttlMinutes: feed.ttl === undefined ? null : Number(feed.ttl),
    entries: feed.items.map((item) => mapItem(item, { authors, tags, language }, references)),
    warnings: warnings.list,
  };
}
