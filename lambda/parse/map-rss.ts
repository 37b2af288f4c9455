import RssParser from 'rss-parser';
import * as z from 'zod';
import { FeedParseError } from '../model/errors.ts';
import type { Enclosure, FeedDocument, FeedEntry, FeedTimestamp } from '../model/feed-document.ts';
import type { CanonicalFeed } from './canonical/canonicalise.ts';
import type { MarkedUp } from './canonical/record.ts';
import { parseTimestamp } from './timestamp/parse-timestamp.ts';
import type { Warnings } from './warnings.ts';

const texts = z.array(z.string()).optional();
const optional = z.string().optional();

const fileSchema = z.object({ url: texts, type: texts, length: texts });

const itemSchema = z.object({
  guid: optional,
  link: optional,
  title: optional,
  summary: optional,
  content: optional,
  language: optional,
  bylines: texts,
  topics: texts,
  published: texts,
  updated: texts,
  files: z.array(fileSchema).optional(),
});

const outputSchema = z.object({
  title: optional,
  link: optional,
  language: optional,
  description: optional,
  ttl: optional,
  bylines: texts,
  topics: texts,
  items: z.array(itemSchema),
});

const keepAll = { keepArray: true };
/** The elements of the canonical document, and what they are called from here on. */
const BOTH: [string, string, object?][] = [
  ['lang', 'language'],
  ['by', 'bylines', keepAll],
  ['tag', 'topics', keepAll],
];
const OF_FEED: typeof BOTH = [...BOTH, ['about', 'description']];
const OF_ITEM: typeof BOTH = [
  ...BOTH,
  ['text', 'summary'],
  ['body', 'content'],
  ['date', 'published', keepAll],
  ['edit', 'updated', keepAll],
  ['file', 'files', keepAll],
];

/** What an entry that does not tell has from its feed. */
interface Inherited {
  authors: string[];
  tags: string[];
  language: string | null;
}

/** The first of the timestamps that can be read; the first of all, refused, where none can. */
export function readTimestamps(raws: readonly string[], language: string | null): FeedTimestamp | null {
  for (const raw of raws) {
    const value = parseTimestamp(raw, language);
    if (value !== null) return { value, raw };
  }
  const [raw] = raws;
  return raw === undefined ? null : { value: null, raw };
}

/** The texts that were kept aside of the document, for those that find a reference in it. */
class Aside {
  readonly #texts: readonly MarkedUp[];

  constructor(texts: readonly MarkedUp[]) {
    this.#texts = texts;
  }

  /** The value itself or the text that it refers to; `null` for none. */
  text(value: string | undefined): string | null {
    return this.#find(value)?.value || value || null;
  }

  /** The text's markup; `null` where it has none. */
  html(value: string | undefined): string | null {
    return this.#find(value)?.html ?? null;
  }

  texts(values: readonly string[] | undefined): string[] {
    return values === undefined ? [] : values.map((value) => this.#find(value)?.value ?? value);
  }

  #find(value: string | undefined): MarkedUp | undefined {
    return value?.startsWith('#') ? this.#texts[Number(value.slice(1))] : undefined;
  }
}

function mapFile({ url, type, length }: z.infer<typeof fileSchema>, aside: Aside): Enclosure {
  const bytes = aside.text(length?.[0]);
  return {
    url: aside.text(url?.[0]) ?? '',
    type: aside.text(type?.[0]),
    length: bytes === null ? null : Number(bytes),
  };
}

function mapItem(item: z.infer<typeof itemSchema>, inherited: Inherited, aside: Aside): FeedEntry {
  const language = aside.text(item.language);
  const dateLanguage = language ?? inherited.language;
  const summaryHtml = aside.html(item.summary);
  return {
    guid: aside.text(item.guid),
    url: aside.text(item.link),
    title: aside.text(item.title),
    titleHtml: aside.html(item.title),
    authors: item.bylines ? aside.texts(item.bylines) : inherited.authors,
    summary: aside.text(item.summary),
    summaryHtml,
    contentHtml: aside.text(item.content) ?? summaryHtml,
    tags: item.topics ? aside.texts(item.topics) : inherited.tags,
    enclosures: (item.files ?? []).map((file) => mapFile(file, aside)),
    language,
    published: readTimestamps(aside.texts(item.published), dateLanguage),
    updated: readTimestamps(aside.texts(item.updated), dateLanguage),
  };
}

/** Has rss-parser map the canonical RSS and gives its answer the form of the model; throws FeedParseError `malformed`. */
export async function mapRss({ format, rss, texts }: CanonicalFeed, warnings: Warnings): Promise<FeedDocument> {
  // The type forgets that feed fields may be renamed and kept whole as item fields are.
  const parser = new RssParser({ customFields: { feed: OF_FEED as unknown as string[], item: OF_ITEM as string[][] } });
  let output: unknown;
  try {
    output = await parser.parseString(rss);
  } catch (error) {
    throw new FeedParseError('malformed', 'the feed cannot be read even after repair', error);
  }
  const feed = outputSchema.parse(output);
  const aside = new Aside(texts);
  const language = aside.text(feed.language);
  const inherited: Inherited = { authors: aside.texts(feed.bylines), tags: aside.texts(feed.topics), language };
  return {
    format,
    title: aside.text(feed.title),
    titleHtml: aside.html(feed.title),
    link: aside.text(feed.link),
    language,
    description: aside.text(feed.description),
    descriptionHtml: aside.html(feed.description),
    ttlMinutes: feed.ttl === undefined ? null : Number(feed.ttl),
    entries: feed.items.map((item) => mapItem(item, inherited, aside)),
    warnings: warnings.list,
  };
}
