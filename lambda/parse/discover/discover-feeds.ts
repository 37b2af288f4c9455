import { foldSpace } from '../../common/html/fold-space.ts';
import { decodeFeed } from '../decode-feed.ts';
import { baseOf, type FeedContext, headerOf } from '../feed-context.ts';
import { Warnings } from '../warnings.ts';
import { isSecondary, mediaType } from './feed-links.ts';
import { readLinks } from './link-reader.ts';

/** A feed that a web page names, by its absolute address; `type` is its media type where the page tells it. */
export interface DiscoveredFeed {
  url: string;
  title: string | null;
  type: string | null;
}

const PAGE = /^\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;
const PAGE_BEGINS_WITHIN = 5000;

/** Whether a text is a web page, by its first tag. */
export function isWebPage(text: string): boolean {
  return PAGE.test(text.slice(0, PAGE_BEGINS_WITHIN));
}

function absolute(address: string, base: string | null): string | null {
  const link = address.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'http:');
  if (link === '' || !URL.canParse(link, base ?? undefined)) return null;
  const { protocol, href } = new URL(link, base ?? undefined);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

/** As `discoverFeeds`, of a page's text; `base` is its address. */
export function feedsOfPage(html: string, base: string | null): DiscoveredFeed[] {
  const page = readLinks(html);
  const ownBase = page.base === null ? base : (absolute(page.base, base) ?? base);
  const feeds = new Map<string, DiscoveredFeed>();
  for (const { attributes, text } of [...page.links, ...page.anchors]) {
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

/**
 * The feeds that a web page names, each once, best first: those of its `<link rel=alternate>`, then anchors whose address
 * looks like a feed's; feeds of comments after all others. `usualFeedPlaces` are left to try. Fetches
 * nothing and never throws: bytes that are no page name no feeds.
 */
export function discoverFeeds(bytes: Uint8Array, context: FeedContext = {}): DiscoveredFeed[] {
  return feedsOfPage(decodeFeed(bytes, headerOf(context, 'content-type'), new Warnings()), baseOf(context));
}
