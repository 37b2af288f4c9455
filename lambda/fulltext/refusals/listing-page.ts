import { scanHtml } from '../../common/html/scan-html.ts';
import type { RefusalRule } from './page-facts.ts';

/** How many headlines make a list. */
const ENOUGH = 4;
const HEADLINE_WORDS = 4;
const MOSTLY = 0.5;
/** An article has more text around each headline that it links to. */
const TEXT_PER_HEADLINE = 400;

/** How many headlines a piece of HTML links to, and how much of its text stands in links. */
function linksOf(html: string): { headlines: number; share: number } {
  let link: string | null = null;
  let paragraph = false;
  let headlines = 0;
  let linked = 0;
  let all = 0;
  scanHtml(html, {
    open(name) {
      if (name === 'a') link = '';
      else if (name === 'p') paragraph = true;
    },
    text(text) {
      const length = text.trim().length;
      all += length;
      if (link === null) return;
      link += text;
      linked += length;
    },
    close(name) {
      if (name === 'p') paragraph = false;
      if (name !== 'a' || link === null) return;
      if (!paragraph && link.trim().split(/\s+/).length >= HEADLINE_WORDS) headlines += 1;
      link = null;
    },
  });
  return { headlines, share: all === 0 ? 0 : linked / all };
}

/** A page that lists articles, as a section's front page, which shows the teaser too. */
export const listingPage = {
  code: 'listing-page',
  refuse({ html, text }) {
    const { headlines, share } = linksOf(html);
    if (headlines < ENOUGH || (share < MOSTLY && text.length / headlines > TEXT_PER_HEADLINE)) return null;
    return `the page lists ${headlines} headlines that lead elsewhere`;
  },
} as const satisfies RefusalRule;
