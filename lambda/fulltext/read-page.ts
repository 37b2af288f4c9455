import { fold } from '../common/fold.ts';
import { htmlToText } from '../common/html/html-to-text.ts';
import { textOf, textToHtml } from '../common/html/text-of.ts';
import { describedArticle } from './metadata/json-ld.ts';
import { bylineOf, pageMetadata } from './metadata/page-metadata.ts';
import type { ArticlePage, PageContext, PageResult, RefusedPage } from './page-result.ts';
import { prunePage } from './prune/prune-page.ts';
import { type FoundArticle, readArticle } from './read-article.ts';
import { type PageFacts, teaserShare } from './refusals/page-facts.ts';
import { REFUSAL_RULES } from './refusals/rules.ts';
import { readTeaser, teaserWords } from './teaser/cut-teaser.ts';

/** How much more of the article JSON-LD must have to be taken instead of the page, which keeps its paragraphs. */
const MUCH_MORE = 1.25;
/** More of a feed's text proves nothing more. */
const MOST_TEASER = 10_000;

/** What was read of a page, and whether another try that keeps its clutter may find more. */
export interface PageReading {
  result: PageResult;
  leftOut: boolean;
}

function judge(facts: PageFacts): RefusedPage | null {
  for (const { code, refuse } of REFUSAL_RULES) {
    const reason = refuse(facts);
    if (reason !== null) return { kind: 'refused', code, reason };
  }
  return null;
}

/** The titles that may stand above an article, folded; the page's own often ends with the site's name. */
function titlesOf(...titles: (string | null)[]): Set<string> {
  const parts = titles.flatMap((title) => (title === null ? [] : [title, ...title.split(/\s[|–—-]\s|[|»]/)]));
  return new Set(parts.map(fold).filter((title) => title !== ''));
}

/**
 * Reads a page's HTML once, with or without what its boxes' names call clutter: what it shows, or else what it says to search
 * engines in JSON-LD, judged by the refusal rules. Throws only what Readability or linkedom throw.
 */
export function readPage(html: string, context: PageContext, keepClutter: boolean): PageReading {
  const { head, body, visibleText, tooLarge, leftOut } = prunePage(html, context.url, keepClutter);
  const described = describedArticle(head.jsonLd);
  const metadata = pageMetadata(head, described);
  const teaser = teaserWords(context.teaser);
  const teaserCut = readTeaser(context.teaser).cut;
  const factsOf = (articleHtml: string, text: string, found: FoundArticle | null): PageFacts => ({
    head,
    metadata,
    described,
    visibleText,
    html: articleHtml,
    text,
    headlines: found?.headlines ?? 0,
    headlineGroups: found?.headlineGroups ?? 0,
    title: context.title,
    teaser,
    teaserCut,
    share: teaserShare(teaser.slice(0, MOST_TEASER), text),
  });
  const articleOf = ({ text, html: articleHtml }: PageFacts, byline: string | null): ArticlePage => ({
    kind: 'article',
    text,
    html: articleHtml,
    title: metadata.title ?? context.title,
    byline: metadata.byline ?? bylineOf(byline),
    publishedAt: metadata.publishedAt,
    language: metadata.language,
    canonicalUrl: metadata.canonicalUrl,
  });
  const found = tooLarge ? null : readArticle(body, titlesOf(context.title, metadata.title, head.title));
  const shown = factsOf(found?.html ?? '', htmlToText(found?.html ?? ''), found);
  const refused: RefusedPage | null = tooLarge
    ? { kind: 'refused', code: 'too-large', reason: 'the page has more elements or text than any article' }
    : judge(shown);
  // A site that sells its articles describes them in full for search engines only.
  if (described?.articleBody && !described.paid) {
    const text = textOf(described.articleBody);
    const feedFacts = factsOf(textToHtml(text), text, null);
    const fuller = refused !== null || text.length > shown.text.length * MUCH_MORE;
    if (fuller && judge(feedFacts) === null) return { result: articleOf(feedFacts, null), leftOut };
  }
  return { result: refused ?? articleOf(shown, found?.byline ?? null), leftOut };
}
