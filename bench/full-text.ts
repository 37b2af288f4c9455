import { Readability } from '@mozilla/readability';
import { DOMParser } from 'linkedom';
import { escapeHtml } from '../lambda/common/html/escape-html.ts';
import { extractPage } from '../lambda/fulltext/extract-page.ts';
import { compare, table } from './measure.ts';
import { sampleArticles } from './sample-articles.ts';

const links = (name: string, count: number): string =>
  Array.from({ length: count }, (_, n) => `<li><a href="/${name}/${n}">More of ${name} ${n}</a></li>`).join('');

/** A page as news sites make them: scripts, a menu, the article among related links and a newsletter box, and a footer. */
function pageOf(title: string, paragraphs: string[]): string {
  const text = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`);
  const box = `<aside class="related"><h3>Related</h3><ul>${links('related', 8)}</ul></aside>`;
  const script = `<script>${'window.pages=(window.pages||[]);window.pages.push({id:1,kind:"article"});'.repeat(60)}</script>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>${script}<style>${'.a{color:#123}.b{margin:0 auto}'.repeat(120)}</style></head><body><header><nav><ul>${links('section', 40)}</ul></nav></header><main><article><h1>${escapeHtml(title)}</h1><p class="byline">By Ann Roe</p>${[...text.slice(0, 3), box, ...text.slice(3)].join('')}</article><div class="newsletter"><p>Sign up for the letter of the day.</p><form><input name="mail"></form></div></main><footer><ul>${links('foot', 30)}</ul></footer></body></html>`;
}

/** The articles of pages, beside linkedom and Readability alone. */
export async function benchFullText(): Promise<string> {
  const articles = await sampleArticles();
  const pages = articles.map(({ title, contentText }) => {
    const paragraphs = contentText.split('\n\n');
    const html = pageOf(title, paragraphs);
    return { title, html, bytes: new TextEncoder().encode(html), teaser: paragraphs[0] ?? '' };
  });
  const context = { url: 'https://news.example/article' };
  const found = pages.filter(
    ({ bytes, title, teaser }) => extractPage(bytes, { ...context, title, teaser }).kind === 'article',
  );
  if (found.length < pages.length) throw new Error(`${found.length} articles of ${pages.length} pages were found`);
  const size = pages.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const measured = await compare(size, [
    {
      name: 'Dateline: article checked against the feed, as text and clean HTML',
      run: () => pages.map(({ bytes, title, teaser }) => extractPage(bytes, { ...context, title, teaser })),
    },
    {
      name: 'linkedom and Readability alone',
      run: () =>
        pages.map(({ html }) => new Readability(new DOMParser().parseFromString(html, 'text/html') as never).parse()),
    },
  ]);
  return table(`full text of ${pages.length} pages, ${(size / 1000).toFixed(0)} KB`, measured);
}
