/** Where sites put their feed without saying so, in the order of trying. */
const COMMON_FEED_PATHS: readonly string[] = [
  '/feed',
  '/rss',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/feed.json',
  '/feeds',
  '/feeds/posts/default',
  '/?feed=rss2',
];

/** Where a part of a site, as a weblog in a folder of its own, puts its feed. */
const PATHS_OF_A_FOLDER: readonly string[] = ['feed', 'rss.xml', 'feed.xml', 'atom.xml'];

/** The addresses at which a page's site may have a feed without saying so, likeliest first: in the page's own folder, then at the site's root. */
export function commonFeedUrls(page: string): string[] {
  const folder = new URL('./', page);
  const own = folder.pathname === '/' ? [] : PATHS_OF_A_FOLDER.map((path) => new URL(path, folder).href);
  return [...own, ...COMMON_FEED_PATHS.map((path) => new URL(path, page).href)];
}

/** Media types that are a feed's where a page calls it an alternate of itself. */
const FEED_TYPES: ReadonlySet<string> = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/xml',
  'text/xml',
]);
/** Media types of feeds among others: they count where the address speaks of a feed. */
const VAGUE_TYPES: ReadonlySet<string> = new Set(['application/json']);
const FEED_ADDRESS = /[/?&=._-](?:rss2?|atom|rdf|feeds?)(?:[/?&#=._-]|$)/i;
/** A sentence that speaks of feeds is no name of one. */
const LONGEST_WORDS = 60;
const SECONDARY = /comment|podcast|oembed|wp-json/i;

/** Whether an address looks like a feed's. */
export function isFeedAddress(address: string): boolean {
  return FEED_ADDRESS.test(`/${address}`);
}

/** Whether a `<link>` with these attributes names a feed (WHATWG HTML, 4.6.7.1, and what sites write besides). */
export function isFeedLink(attributes: ReadonlyMap<string, string>): boolean {
  const relations = attributes.get('rel')?.toLowerCase().split(/\s+/) ?? [];
  if (relations.includes('feed')) return true;
  if (!relations.includes('alternate')) return false;
  const type = mediaType(attributes);
  return FEED_TYPES.has(type) || (VAGUE_TYPES.has(type) && isFeedAddress(attributes.get('href') ?? ''));
}

const FEED_CLASS = /^(?:rss|atom|feed|rss[-_]?(?:feed|link|icon)|feed[-_]?(?:link|icon)|icon-rss|fa-rss)$/i;
const FEED_WORDS = /(?:^|[^\p{L}\p{N}])(?:rss|atom|feeds?)(?:$|[^\p{L}\p{N}])/iu;

/** Whether an anchor is called a feed by its class, or by its words, title or the text that stands for its picture. */
export function isFeedAnchor(attributes: ReadonlyMap<string, string>, words: string): boolean {
  const classes = (attributes.get('class') ?? '').split(/\s+/);
  if (classes.some((name) => FEED_CLASS.test(name))) return true;
  return [words, attributes.get('title') ?? '', attributes.get('aria-label') ?? ''].some(
    (text) => text.length <= LONGEST_WORDS && FEED_WORDS.test(text),
  );
}

/** The media type without its parameters; `''` where none is told. */
export function mediaType(attributes: ReadonlyMap<string, string>): string {
  return attributes.get('type')?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** Whether a feed is of something else than articles, as comments, so that it stands after those of articles. */
export function isSecondary(url: string, title: string | null): boolean {
  return SECONDARY.test(url) || SECONDARY.test(title ?? '');
}
