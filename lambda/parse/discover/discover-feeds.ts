import { feedAddress } from '../../common/feed-address.ts';
import { foldSpace } from '../../common/html/fold-space.ts';
import { decodeFeed } from '../decode-feed.ts';
import { baseOf, type FeedContext, headerOf } from '../feed-context.ts';
import { Warnings } from '../warnings.ts';
import { isFeedLink, isSecondary, mediaType } from './feed-links.ts';
import { readLinks } from './link-reader.ts';

/** A feed that a web page names, by its absolute address; `type` is its media type where the page tells it. */
export interface DiscoveredFeed {
  url: string;
  title: string | null;
  type: string | null;
}

const PAGE = /^\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;
const PAGE_BEGINS_WITHIN = 5000;
const LONGEST_HEADER = 8_000;
const LINK = /<([^<>]{1,2000})>([^<>]*)/g;
const PARAMETER = /;\s*([a-z*-]{1,20})\s*=\s*(?:"([^"]{0,500})"|([^\s;,"]{1,500}))/gi;

/** Whether a text is a web page, by its first tag. */
export function isWebPage(text: string): boolean {
  return PAGE.test(text.slice(0, PAGE_BEGINS_WITHIN));
}

function absolute(address: string, base: string | null): string | null {
  const link = /^\s*feed:/i.test(address) ? feedAddress(address) : address;
  if (link === '' || !URL.canParse(link, base ?? undefined)) return null;
  const { protocol, href } = new URL(link, base ?? undefined);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

/** As `discoverFeeds`, of a page's text; `base` is its address. */
export function feedsOfPage(html: string, base: string | null): DiscoveredFeed[] {
  const page = readLinks(html);
  const ownBase = page.base === null ? base : (absolute(page.base, base) ?? base);
  const feeds = new Map<string, DiscoveredFeed>();
  for (const { attributes, text } of [...page.links, ...page.anchors, ...page.called]) {
    const url = absolute(attributes.get('href') ?? '', ownBase);
    if (url === null || feeds.has(url)) continue;
    feeds.set(url, {
      url,
      title: foldSpace(attributes.get('title') ?? text) || null,
      type: mediaType(attributes) || null,
    });
  }
  const secondary = ({ url, title }: DiscoveredFeed): number => Number(isSecondary(url, title));
  return [...feeds.values()].toSorted((left, right) => secondary(left) - secondary(right));
}

/** The feeds that a `Link:` header names (RFC 8288), as `<link>` elements do. */
function feedsOfHeader(header: string | undefined, base: string | null): DiscoveredFeed[] {
  const links = (header ?? '').slice(0, LONGEST_HEADER).matchAll(LINK);
  return [...links].flatMap(([, href = '', given = '']) => {
    const parameters = [...given.matchAll(PARAMETER)].map(([, name = '', quoted, bare]): [string, string] => [
      name.toLowerCase(),
      quoted ?? bare ?? '',
    ]);
    const attributes = new Map([['href', href], ...parameters.reverse()]);
    const url = isFeedLink(attributes) ? absolute(href, base) : null;
    if (url === null) return [];
    return [{ url, title: foldSpace(attributes.get('title') ?? '') || null, type: mediaType(attributes) || null }];
  });
}

const decoded = (bytes: Uint8Array, context: FeedContext): string =>
  decodeFeed(bytes, headerOf(context, 'content-type'), new Warnings());

/**
 * The feeds that a web page names, each once, best first: those of its `Link:` header, of its `<link rel=alternate>`, then anchors whose
 * address looks like a feed's, then those that are called one; feeds of comments after all others. `usualFeedPlaces` are left to try. Fetches
 * nothing and never throws: bytes that are no page name no feeds.
 */
export function discoverFeeds(bytes: Uint8Array, context: FeedContext = {}): DiscoveredFeed[] {
  const base = baseOf(context);
  const all = [...feedsOfHeader(headerOf(context, 'link'), base), ...feedsOfPage(decoded(bytes, context), base)];
  return all.filter(({ url }, index) => all.findIndex((other) => other.url === url) === index);
}

/** Where a web page sends its reader by itself (`<meta http-equiv=refresh>`), as an absolute address; `null` where it doesn't. */
export function refreshTarget(bytes: Uint8Array, context: FeedContext = {}): string | null {
  const { refresh, base } = readLinks(decoded(bytes, context));
  const own = baseOf(context);
  return refresh === null ? null : absolute(refresh, base === null ? own : (absolute(base, own) ?? own));
}
