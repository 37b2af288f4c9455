import type { Instant } from '../model/instant.ts';

/** What is known of a page before it is read: its address, its server's headers (lower-case names) and what the feed says of the item. */
export interface PageContext {
  /** The address that answered, after redirects. */
  url: string;
  headers?: Record<string, string>;
  /** The item's title in the feed; may be empty. */
  title: string;
  /** The item's own text in the feed, as plain text; may be empty. */
  teaser: string;
}

/** Why a page gives no article; stable, part of the interface. */
export type RefusalCode =
  | 'not-html'
  | 'too-large'
  | 'unreadable'
  | 'frameset'
  | 'bot-check'
  | 'error-page'
  | 'cookie-wall'
  | 'paywall'
  | 'listing-page'
  | 'too-short'
  | 'teaser-missing';

/** A page without an article that can be trusted; `reason` is for people. */
export interface RefusedPage {
  kind: 'refused';
  code: RefusalCode;
  reason: string;
}

/** The article of a page. */
export interface ArticlePage {
  kind: 'article';
  /** In the form of `htmlToText`: blank lines part paragraphs. */
  text: string;
  /** Text, links and structure only: no scripts, styles, pictures or event handlers; links are absolute, http or https. */
  html: string;
  title: string;
  byline: string | null;
  /** As the page's metadata say, where they name a zone. */
  publishedAt: Instant | null;
  /** A language tag as the page declares it. */
  language: string | null;
  canonicalUrl: string | null;
}

export type PageResult = ArticlePage | RefusedPage;

/** What takes the article from a page's bytes: here, or in a function of its own. Never throws for what a page says; only where it can't be asked. */
export type ReadPage = (bytes: Uint8Array, context: PageContext) => PageResult | Promise<PageResult>;
