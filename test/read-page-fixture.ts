import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractPage } from '../lambda/fulltext/extract-page.ts';
import type { PageContext, PageResult } from '../lambda/fulltext/page-result.ts';

/** Reads the page of a fixture's folder (`page.html`) for the item that its `context.json` tells of. */
export function readPageFixture(folder: string): PageResult {
  const context: PageContext = JSON.parse(readFileSync(join(folder, 'context.json'), 'utf8'));
  return extractPage(readFileSync(join(folder, 'page.html')), context);
}

/** What a fixture's `expected.json` keeps of a result: the words and facts of an article, or why there is none. */
export function expectedOf(result: PageResult): Record<string, unknown> {
  if (result.kind === 'refused') return { kind: result.kind, code: result.code };
  const { kind, title, byline, publishedAt, language, canonicalUrl, text } = result;
  return { kind, title, byline, publishedAt, language, canonicalUrl, text };
}
