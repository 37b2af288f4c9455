import { languageTag } from '../../common/language.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import type { PageHead } from '../prune/head-reader.ts';
import type { DescribedArticle } from './json-ld.ts';

/** What a page says of its article, by whichever of its metadata is the most exact. */
export interface PageMetadata {
  title: string | null;
  description: string | null;
  byline: string | null;
  publishedAt: Instant | null;
  language: string | null;
  canonicalUrl: string | null;
}

const TITLES = ['og:title', 'twitter:title', 'dc.title'];
const DESCRIPTIONS = ['og:description', 'description', 'twitter:description'];
const AUTHORS = ['author', 'article:author', 'dc.creator', 'parsely-author', 'sailthru.author', 'byl'];
const TIMES = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'date.available',
  'dcterms.date',
  'parsely-pub-date',
  'pubdate',
  'date',
];
const LANGUAGES = ['og:locale', 'inlanguage', 'content-language', 'language'];
const TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?\s?(Z|[+-]\d\d:?\d\d)$/;
const BY = /^by[\s:]+/i;
const LONGEST_BYLINE = 200;

/** The moment that an ISO 8601 timestamp with a zone names; `null` for all else: a time without a zone would be a guess. */
function instantOf(timestamp: string | null): Instant | null {
  const [, day, minute, second, zone] = TIME.exec(timestamp?.trim() ?? '') ?? [];
  if (day === undefined || minute === undefined || zone === undefined) return null;
  const moment = Date.parse(`${day}T${minute}${second ?? ':00'}${zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`);
  return Number.isNaN(moment) || moment < Date.parse('1990-01-01T00:00:00Z') ? null : toInstant(moment);
}

/** The names of a byline as they stand, without “By”; `null` for an address or a profile's link. */
export function bylineOf(names: string | null): string | null {
  const line = (names ?? '').replace(/\s+/gu, ' ').trim().replace(BY, '');
  return line === '' || line.length > LONGEST_BYLINE || /:\/\/|^@|^\//.test(line) ? null : line;
}

/** A canonical address that leads to a site's front page says nothing of an article. */
function articleAddress(address: string | null): string | null {
  if (address === null || !/^https?:/i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.pathname === '/' && url.search === '' ? null : url.href;
}

/** What the page's metadata say; JSON-LD counts before Open Graph, and that before plain `<meta>`. */
export function pageMetadata(head: PageHead, article: DescribedArticle | null): PageMetadata {
  const first = (names: readonly string[]): string | null =>
    names.map((name) => head.metas.get(name)).find((content) => content !== undefined) ?? null;
  const bylines = [article?.authors.join(', ') ?? null, ...AUTHORS.map((name) => head.metas.get(name) ?? null)];
  const times = [article?.datePublished ?? null, ...TIMES.map((name) => head.metas.get(name) ?? null)];
  return {
    title: article?.headline ?? first(TITLES) ?? (head.title || null),
    description: first(DESCRIPTIONS) ?? article?.description ?? null,
    byline: bylines.map(bylineOf).find((line) => line !== null) ?? null,
    publishedAt: times.map(instantOf).find((time) => time !== null) ?? null,
    language: languageTag((head.language ?? article?.language ?? first(LANGUAGES))?.replace('_', '-') ?? null),
    canonicalUrl: articleAddress(head.canonicalUrl) ?? articleAddress(article?.url ?? null),
  };
}
