import { Readability } from '@mozilla/readability';
import { DOMParser } from 'linkedom';
import { type ArticleElement, dropAsides } from './drop-asides.ts';

/** Readability's own 500 would leave out short news items. */
const SHORTEST = 200;

/** What Readability finds in a page. */
export interface FoundArticle {
  html: string;
  byline: string | null;
}

/**
 * The article of a pruned page (the inside of its `<body>`), by Readability on linkedom; `null` where it finds none.
 * The page must have been bounded in depth and number of elements: both take time that grows with their product.
 */
export function readArticle(body: string): FoundArticle | null {
  const page = `<!DOCTYPE html><html><head><title></title></head><body>${body}</body></html>`;
  const document = new DOMParser().parseFromString(page, 'text/html');
  const found = new Readability<string>(document, {
    charThreshold: SHORTEST,
    disableJSONLD: true,
    serializer: (node) => {
      const element = node as unknown as ArticleElement;
      dropAsides(element);
      return element.innerHTML;
    },
  }).parse();
  return found?.content ? { html: found.content, byline: found.byline ?? null } : null;
}
