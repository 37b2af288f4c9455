import { fold } from '../common/fold.ts';
import { htmlToText } from '../common/html/html-to-text.ts';
import { textOf, textToHtml } from '../common/html/text-of.ts';
import { describeError } from '../model/errors.ts';
import { decodePage } from './decode-page.ts';
import { describedArticle } from './metadata/json-ld.ts';
import { bylineOf, pageMetadata } from './metadata/page-metadata.ts';
import { notHtml } from './not-html.ts';
import type { ArticlePage, PageContext, PageResult, RefusedPage } from './page-result.ts';
import { MOST_ELEMENTS } from './prune/page-writer.ts';
import { prunePage } from './prune/prune-page.ts';
import { type FoundArticle, readArticle } from './read-article.ts';
import { type PageFacts, teaserShare } from './refusals/page-facts.ts';
import { REFUSAL_RULES } from './refusals/rules.ts';
import { readTeaser, teaserWords } from './teaser/cut-teaser.ts';

/** No page of an article comes near. */
const MOST_BYTES = 5 * 1024 * 1024;
/** How much more of the article JSON-LD must have to be taken instead of the page, which keeps its paragraphs. */
const MUCH_MORE = 1.25;

function judge(facts: PageFacts): RefusedPage | null {
  for (const { code, refuse } of REFUSAL_RULES) {
    const reason = refuse(facts);
    if (reason !== null) return { kind: 'refused', code, reason };
  }
  return null;
}

/** The titles that may stand above an article, folded; the page's own often ends with the site's name. */
function titlesOf(...titles: (string | null)[]): Set<string> {
  const parts = titles.flatMap((title) => (title === null ? [] : [title, ...title.split(/\s[|–—-]\s|\s*[|»]\s*/)]));
  return new Set(parts.map(fold).filter((title) => title !== ''));
}

/** Reads the page once, with or without what its boxes' names call clutter. */
function readOnce(html: string, context: PageContext, keepClutter: boolean): PageResult {
  const { head, body, elements, visibleText } = prunePage(html, context.url, keepClutter);
  if (elements > MOST_ELEMENTS) {
    return { kind: 'refused', code: 'too-large', reason: `the page has more than ${MOST_ELEMENTS} elements with text` };
  }
  const described = describedArticle(head.jsonLd);
  const metadata = pageMetadata(head, described);
  const teaser = teaserWords(context.teaser);
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
    teaserCut: readTeaser(context.teaser).cut,
    share: teaserShare(teaser, text),
  });
  const articleOf = (facts: PageFacts, byline: string | null): ArticlePage => ({
    kind: 'article',
    text: facts.text,
    html: facts.html,
    title: metadata.title ?? context.title,
    byline: metadata.byline ?? bylineOf(byline),
    publishedAt: metadata.publishedAt,
    language: metadata.language,
    canonicalUrl: metadata.canonicalUrl,
  });
  const found = readArticle(body, titlesOf(context.title, metadata.title, head.title));
  const shown = factsOf(found?.html ?? '', htmlToText(found?.html ?? ''), found);
  const refused = judge(shown);
  // A site that sells its articles describes them in full for search engines only.
  if (described?.articleBody && !described.paid) {
    const text = textOf(described.articleBody);
    const hidden = factsOf(textToHtml(text), text, null);
    if ((refused || text.length > shown.text.length * MUCH_MORE) && judge(hidden) === null)
      return articleOf(hidden, null);
  }
  return refused ?? articleOf(shown, found?.byline ?? null);
}

/**
 * The article of a page that an item links to, or why there is none. The page counts as the item's only where its text has
 * most of the words of the feed's `teaser` in order, or tells the same under the same headline; consent and pay walls, error
 * pages, lists of articles and pages that say no more than the feed are refused. Never throws; the time is bounded for any bytes.
 */
export function extractPage(bytes: Uint8Array, context: PageContext): PageResult {
  const other = notHtml(bytes, context.headers?.['content-type']);
  if (other !== null) return { kind: 'refused', code: 'not-html', reason: other };
  if (bytes.length > MOST_BYTES) {
    return {
      kind: 'refused',
      code: 'too-large',
      reason: `the page has ${bytes.length} bytes; at most ${MOST_BYTES} are read`,
    };
  }
  try {
    const html = decodePage(bytes, context.headers?.['content-type']);
    const result = readOnce(html, context, false);
    if (result.kind === 'article' || result.code === 'too-large') return result;
    // Names are only names: a page that has an article with its clutter alone is read with it.
    const again = readOnce(html, context, true);
    return again.kind === 'article' ? again : result;
  } catch (error) {
    return { kind: 'refused', code: 'unreadable', reason: `the page can't be read: ${describeError(error).message}` };
  }
}
