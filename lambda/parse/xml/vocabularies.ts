/** What a namespace is for us; elements of no known one are `other`. */
export type Vocabulary =
  | 'rss'
  | 'atom'
  | 'rdf'
  | 'dc'
  | 'dcterms'
  | 'content'
  | 'itunes'
  | 'googleplay'
  | 'media'
  | 'sy'
  | 'feedburner'
  | 'xhtml'
  | 'xml'
  | 'other';

/** Starts of namespace addresses, in lower case and without the scheme, as feeds really write them. */
const ADDRESSES: [string, Vocabulary][] = [
  ['www.w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns#', 'atom'],
  ['purl.org/atom/ns', 'atom'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/rss/1.0/modules/syndication', 'sy'],
  ['purl.org/rss/1.0/modules/', 'other'],
  ['purl.org/rss/', 'rss'],
  ['purl.org/net/rss', 'rss'],
  ['my.netscape.com/rdf/simple/', 'rss'],
  ['channel.netscape.com/rdf/simple/', 'rss'],
  ['my.netscape.com/publish/formats/rss', 'rss'],
  ['backend.userland.com/', 'rss'],
  ['blogs.law.harvard.edu/tech/rss', 'rss'],
  ['cyber.law.harvard.edu/rss', 'rss'],
  ['www.rssboard.org/rss-specification', 'rss'],
  ['purl.org/dc/elements/', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['www.itunes.com/dtds/podcast', 'itunes'],
  ['www.google.com/schemas/play-podcasts', 'googleplay'],
  ['search.yahoo.com/mrss', 'media'],
  ['www.rssboard.org/media-rss', 'media'],
  ['rssnamespace.org/feedburner', 'feedburner'],
  ['www.w3.org/1999/xhtml', 'xhtml'],
  ['www.w3.org/xml/1998/namespace', 'xml'],
];

/** What well-known prefixes mean in feeds that forget to declare them. */
const PREFIXES: ReadonlyMap<string, Vocabulary> = new Map([
  ['xml', 'xml'],
  ['rss', 'rss'],
  ['atom', 'atom'],
  ['a10', 'atom'],
  ['rdf', 'rdf'],
  ['dc', 'dc'],
  ['dcterms', 'dcterms'],
  ['content', 'content'],
  ['itunes', 'itunes'],
  ['googleplay', 'googleplay'],
  ['media', 'media'],
  ['sy', 'sy'],
  ['feedburner', 'feedburner'],
  ['xhtml', 'xhtml'],
]);

/** The vocabulary of a namespace address, whatever its case, scheme and last slash. */
export function vocabularyOf(address: string): Vocabulary {
  const plain = address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '');
  return ADDRESSES.find(([start]) => plain.startsWith(start))?.[1] ?? 'other';
}

/** The vocabulary that a prefix means where nothing declares it. */
export function vocabularyOfPrefix(prefix: string): Vocabulary {
  return PREFIXES.get(prefix.toLowerCase()) ?? 'other';
}
