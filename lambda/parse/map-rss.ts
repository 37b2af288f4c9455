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
  summary: optional,
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
  link: optional,
  language: optional,
  description: optional,
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

/** The first of the timestamps that can be read; the first of all, refused, where none can. */
export function readTimestamps(raws: readonly string[], language: string | null): FeedTimestamp | null {
  for (const raw of raws) {
    const value = parseTimestamp(raw, language);
    if (value !== null) return { value, raw };
  }
  const [raw] = raws;
  return raw === undefined ? null : { value: null, raw };
}

function mapItem(item: z.infer<typeof itemSchema>, feed: z.infer<typeof outputSchema>): FeedEntry {
  const language = item.language ?? feed.language;
  return {
    guid: item.guid,
    url: item.link,
    title: item.title,
    authors: item.bylines.length > 0 ? item.bylines : feed.bylines,
    summary: item.summary,
    contentHtml: item.content,
    tags: item.topics.length > 0 ? item.topics : feed.topics,
    enclosures: item.files.map((file) => ({ ...file, length: file.length === null ? null : Number(file.length) })),
    language: item.language,
    published: readTimestamps(item.published, language),
    updated: readTimestamps(item.updated, language),
  };
}

/** Has rss-parser map the canonical RSS and gives its answer the form of the model; throws FeedParseError `malformed`. */
export async function mapRss({ format, rss }: CanonicalFeed, warnings: Warnings): Promise<FeedDocument> {
  const parser = new RssParser({
    customFields: {
      // The type forgets that feed fields may be renamed and kept whole as item fields are.
      feed: names as unknown as string[],
      item: [
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
  const { title, link, language, description, ttl, items } = feed;
  return {
    format,
    title,
    link,
    language,
    description,
    ttlMinutes: ttl === null ? null : Number(ttl),
    entries: items.map((item) => mapItem(item, feed)),
    warnings: warnings.list,
  };
}
