import type { Feed } from '../model/feed.ts';
import type { NormalisedItem } from '../model/item.ts';
import { readTeaser } from './teaser/cut-teaser.ts';
import { sizeOf } from './teaser/shingles.ts';

/** A news article's text is longer, a teaser shorter: a paragraph or two. */
const SHORT_TEXT = 700;

/** Addresses whose ending tells that no page answers. */
const NO_PAGE =
  /\.(?:pdf|jpe?g|png|gif|webp|svg|mp[34]|m4[av]|ogg|wav|webm|mov|zip|gz|docx?|xlsx?|pptx?|csv|json|xml|rss|ics)$/i;

function leadsToPage(link: string | null): boolean {
  if (link === null || !URL.canParse(link)) return false;
  const { protocol, pathname, search } = new URL(link);
  return (protocol === 'http:' || protocol === 'https:') && pathname + search !== '/' && !NO_PAGE.test(pathname);
}

/**
 * Whether the page that an item links to is to be fetched for the article: under `auto` where the item's own text has fewer
 * than 700 characters or says that it is cut (`...`, `[…]`, “Read more”); never where the link leads to no page of http or https.
 */
export function wantsPage(
  { url, contentText }: Pick<NormalisedItem, 'url' | 'contentText'>,
  setting: Feed['fullText'],
): boolean {
  if (setting === 'never' || !leadsToPage(url)) return false;
  return setting === 'always' || sizeOf(contentText) < SHORT_TEXT || readTeaser(contentText).cut;
}
