import RssParser from 'rss-parser';
import * as z from 'zod';
import { FeedParseError } from '../model/errors.ts';
import type { FeedDocument, FeedEntry, FeedTimestamp } from '../model/feed-document.ts';
import type { CanonicalFeed } from './canonical/canonicalise.ts';
import { parseTimestamp } from './timestamp/parse-timestamp.ts';
import type { Warnings } from './warnings.ts';

const texts = z.array(z.string()).default([]);
const one = z.array(z.string()).transform(([first]) => first ?? '');
const optional = z.string().min(1).nullable().default(null).catch(null);

const itemSchema = z.object({
  guid: optional,
  link: optional,
  title: optional,
  titleHtml: optional,
  summary: optional,
  summaryHtml: optional,
  content: optional,
  language: optional,
  bylines: texts,
  topics: texts,
  published: texts,
  updated: texts,
  files: z
    .array(z.object({ url: one, type: one.nullable().default(null), length: one.nullable().default(null) }))
    .default([]),
});

const outputSchema = z.object({
  title: optional,
  titleHtml: optional,
  link: optional,
  language: optional,
  description: optional,
  descriptionHtml: optional,
  ttl: optional,
  bylines: texts,
  topics: texts,
  items: z.array(itemSchema),
});

const keepAll = { keepArray: true };
const names: [string, string, typeof keepAll][] = [
  ['byline', 'bylines', keepAll],
  ['topic', 'topics', keepAll],
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

/** Puts the texts that were kept aside of the document back where their references stand. */
function restorer(texts: readonly string[]) {
  const one = (value: string): string => (value.startsWith('#') ? (texts[Number(value.slice(1))] ?? '') : value);
  return { one, orNull: (value: string | null): string | null => (value === null ? null : one(value)) };
}

function mapItem(item: z.infer<typeof itemSchema>, inherited: Inherited, texts: readonly string[]): FeedEntry {
  const { one, orNull } = restorer(texts);
  const language = orNull(item.language);
  const dates = (raws: string[]) => readTimestamps(raws.map(one), language ?? inherited.language);
  const summaryHtml = orNull(item.summaryHtml);
  return {
    guid: orNull(item.guid),
    url: orNull(item.link),
    title: orNull(item.title),
    titleHtml: orNull(item.titleHtml),
    authors: item.bylines.length > 0 ? item.bylines.map(one) : inherited.authors,
    summary: orNull(item.summary),
    summaryHtml,
    contentHtml: orNull(item.content) ?? summaryHtml,
    tags: item.topics.length > 0 ? item.topics.map(one) : inherited.tags,
    enclosures: item.files.map(({ url, type, length }) => ({
      url: one(url),
      type: orNull(type),
      length: length === null ? null : Number(length),
    })),
    language,
    published: dates(item.published),
    updated: dates(item.updated),
  };
}

/** Has rss-parser map the canonical RSS and gives its answer the form of the model; throws FeedParseError `malformed`. */
export async function mapRss({ format, rss, texts }: CanonicalFeed, warnings: Warnings): Promise<FeedDocument> {
  const parser = new RssParser({
    customFields: {
      // The type forgets that feed fields may be renamed and kept whole as item fields are.
      feed: ['titleHtml', 'descriptionHtml', ...names] as unknown as string[],
      item: [
        'titleHtml',
        'summaryHtml',
        'content',
        'language',
        ...names,
        ['published', 'published', keepAll],
        ['updated', 'updated', keepAll],
        ['file', 'files', keepAll],
      ],
    },
  });
  let output: unknown;
  try {
    output = await parser.parseString(rss);
  } catch (error) {
    throw new FeedParseError('malformed', 'the feed cannot be read even after repair', error);
  }
  const feed = outputSchema.parse(output);
  const { one, orNull } = restorer(texts);
  const language = orNull(feed.language);
  const inherited: Inherited = { authors: feed.bylines.map(one), tags: feed.topics.map(one), language };
  return {
    format,
    title: orNull(feed.title),
    titleHtml: orNull(feed.titleHtml),
    link: orNull(feed.link),
    language,
    description: orNull(feed.description),
    descriptionHtml: orNull(feed.descriptionHtml),
    ttlMinutes: feed.ttl === null ? null : Number(feed.ttl),
    entries: feed.items.map((item) => mapItem(item, inherited, texts)),
    warnings: warnings.list,
  };
}
