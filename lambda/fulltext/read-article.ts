import { Readability } from '@mozilla/readability';
import { DOMParser } from 'linkedom';
import { EMBEDDED_POST } from './prune/embedded-posts.ts';
import { dropRuns } from './runs/drop-runs.ts';
import { countHeadlines } from './runs/headlines.ts';
import { collectRuns, type TreeNode } from './runs/runs.ts';

/** Readability's own 500 would leave out short news items. */
const SHORTEST = 200;

/** What Readability finds in a page. */
export interface FoundArticle {
  html: string;
  byline: string | null;
  /** How many headlines it linked to before they were taken out, and in how many groups without text between. */
  headlines: number;
  headlineGroups: number;
}

/**
 * The article of a pruned page (the inside of its `<body>`), by Readability on linkedom, without what is no part of it;
 * `null` where there is none. `titles` are the folded ones that may stand above it. The page must have been bounded in depth
 * and number of elements: the time grows with their product.
 */
export function readArticle(body: string, titles: ReadonlySet<string>): FoundArticle | null {
  const page = `<!DOCTYPE html><html><head><title></title></head><body>${body}</body></html>`;
  const document = new DOMParser().parseFromString(page, 'text/html');
  const author = document.querySelector('[rel="author"], [itemprop="author"]')?.textContent ?? null;
  let counted = { headlines: 0, groups: 0 };
  const found = new Readability<string>(document, {
    charThreshold: SHORTEST,
    disableJSONLD: true,
    classesToPreserve: [EMBEDDED_POST],
    serializer: (node) => {
      const article = node as unknown as TreeNode & { innerHTML: string };
      const runs = collectRuns(article);
      counted = countHeadlines(runs);
      dropRuns(runs, titles);
      return article.innerHTML;
    },
  }).parse();
  if (!found?.content) return null;
  return {
    html: found.content,
    byline: found.byline ?? author,
    headlines: counted.headlines,
    headlineGroups: counted.groups,
  };
}
