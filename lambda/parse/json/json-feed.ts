import * as z from 'zod';
import { cleanCharacters } from '../../common/html/clean-characters.ts';
import { foldSpace } from '../../common/html/fold-space.ts';
import { LinkBase } from '../../common/html/link-base.ts';
import { foldPlainText, textToHtml, unescapedBody } from '../../common/html/text-of.ts';
import { FeedParseError } from '../../model/errors.ts';
import type { Enclosure, FeedDocument, FeedEntry } from '../../model/feed-document.ts';
import { NewestEntries } from '../newest-entries.ts';
import { readTimestamps } from '../read-timestamps.ts';
import { MAXIMUM_ENTRIES, type Warnings } from '../warnings.ts';
import { readJson } from './read-json.ts';

/** A value that is kept where it is as it must be, and left out where it is not: one bad field never loses an item. */
const lenient = <T extends z.ZodType>(schema: T) => schema.nullish().catch(null);
const text = lenient(z.string().transform(cleanCharacters));
const authorSchema = z.object({ name: text, url: text });
const attachmentSchema = z.object({
  url: z.string(),
  mime_type: text,
  size_in_bytes: lenient(z.number().nonnegative()),
});

const itemSchema = z.object({
  id: lenient(z.union([z.string().transform(cleanCharacters), z.number().transform(String)])),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text,
  author: lenient(authorSchema),
  authors: lenient(z.union([z.array(z.unknown()), authorSchema.transform((author) => [author])])),
  tags: lenient(z.array(z.unknown())),
  language: text,
  attachments: lenient(z.array(z.unknown())),
});

const feedSchema = z.object({
  version: text,
  title: text,
  home_page_url: text,
  feed_url: text,
  description: text,
  language: text,
  author: lenient(authorSchema),
  authors: lenient(z.array(z.unknown())),
  items: z.array(z.unknown()),
});

type Authored = Pick<z.infer<typeof itemSchema>, 'author' | 'authors'>;

/** The feed's authors and language are those of each item that has none. */
const LONGEST_NAME = 1_000;
const LONGEST_LANGUAGE = 100;

const some = (value: string | null | undefined): string | null => value?.trim() || null;

/** The items of a list that are as they must be. */
function valid<T extends z.ZodType>(schema: T, list: readonly unknown[] | null | undefined): z.infer<T>[] {
  return (list ?? []).slice(0, MAXIMUM_ENTRIES).flatMap((each) => {
    const result = schema.safeParse(each);
    return result.success ? [result.data] : [];
  });
}

function authorNames({ author, authors }: Authored): string[] {
  const all = [...valid(authorSchema, authors), ...(author ? [author] : [])];
  return [...new Set(all.map(({ name }) => some(name)?.slice(0, LONGEST_NAME)).filter((name) => name !== undefined))];
}

function mapAttachments(list: readonly unknown[] | null | undefined, base: LinkBase): Enclosure[] {
  return valid(attachmentSchema, list).map(({ url, mime_type, size_in_bytes }) => ({
    url: base.resolve(url),
    type: some(mime_type),
    length: size_in_bytes == null ? null : Math.round(size_in_bytes),
  }));
}

/** What an item that does not tell has from its feed. */
interface Inherited {
  authors: string[];
  language: string | null;
  base: LinkBase;
}

function mapItem(item: z.infer<typeof itemSchema>, feed: Inherited): FeedEntry {
  const { base } = feed;
  const url = [item.url, item.external_url].map((link) => base.webAddress(link ?? '')).find((link) => link !== '');
  const authors = authorNames(item);
  const language = some(item.language)?.slice(0, LONGEST_LANGUAGE) ?? null;
  const plain = some(item.content_text);
  const given = some(item.content_html);
  const html = given === null ? plain && textToHtml(plain) : (unescapedBody(given) ?? given);
  const times = (raw: string | null) => readTimestamps(raw === null ? [] : [raw], language ?? feed.language);
  return {
    guid: some(item.id),
    url: url ?? null,
    title: some(foldSpace(item.title ?? '')),
    titleHtml: null,
    authors: authors.length > 0 ? authors : feed.authors,
    summary: some(foldPlainText(item.summary ?? '')),
    summaryHtml: null,
    contentHtml: html && base.resolveHtml(html),
    tags: valid(z.string(), item.tags)
      .map((tag) => cleanCharacters(tag).trim())
      .filter((tag) => tag !== ''),
    enclosures: mapAttachments(item.attachments, base),
    language,
    published: times(some(item.date_published)),
    updated: times(some(item.date_modified)),
  };
}

/** Reads a JSON Feed 1.0 or 1.1 (jsonfeed.org); throws FeedParseError `malformed` and `not-a-feed`. */
export function parseJsonFeed(json: string, base: string | null, warnings: Warnings): FeedDocument {
  const result = feedSchema.safeParse(readJson(json, warnings));
  if (!result.success)
    throw new FeedParseError('not-a-feed', 'JSON, but no JSON Feed: it has no list “items”', result.error);
  const feed = result.data;
  const document = LinkBase.ofDocument(base, json.length, (code, message) => warnings.add(code, message));
  const link = [feed.home_page_url, feed.feed_url]
    .map((own) => document.webAddress(own ?? ''))
    .find((own) => own !== '');
  const newest = new NewestEntries<z.infer<typeof itemSchema>>(({ date_published, date_modified }) => {
    const dates = [date_published, date_modified].filter((date) => typeof date === 'string');
    return readTimestamps(dates, null)?.value ?? null;
  });
  for (const given of feed.items) {
    const item = itemSchema.safeParse(given);
    if (item.success) newest.add(item.data);
    else warnings.add('entry-unreadable', 'an item of the feed is no object');
  }
  const items = newest.kept(warnings);
  const language = some(feed.language)?.slice(0, LONGEST_LANGUAGE) ?? null;
  const inherited: Inherited = {
    authors: authorNames(feed),
    language,
    base: link === undefined ? document : document.within(link),
  };
  return {
    format: 'json',
    title: some(feed.title),
    titleHtml: null,
    link: link ?? null,
    language,
    description: some(feed.description),
    descriptionHtml: null,
    ttlMinutes: null,
    entries: items.map((item) => mapItem(item, inherited)),
    warnings: warnings.list,
  };
}
