import { sharedShingles, sharedWords, wordsOf } from '../teaser/shingles.ts';
import { hasTeaser, type PageFacts, type RefusalRule } from './page-facts.ts';

/** A teaser that only sums the article up still shares its names and things with it, and the page its headline or description with the feed. */
const SAME_HEADLINE = 0.7;
const SAME_DESCRIPTION = 0.8;
const SAME_THINGS = 0.6;
const SAME_THINGS_WITHOUT_TEASER = 0.4;
const LONG_TEXT = 600;

function isParaphrased({ title, teaser, text, metadata, head }: PageFacts): boolean {
  const titleWords = wordsOf(title);
  const pageTitle = new Set(wordsOf(`${metadata.title ?? ''} ${head.title}`));
  const sameHeadline = sharedWords(titleWords, pageTitle) >= SAME_HEADLINE;
  const teaserWords = wordsOf(teaser);
  const sameDescription = sharedShingles(teaserWords, wordsOf(metadata.description ?? '')) >= SAME_DESCRIPTION;
  if (!sameHeadline && !sameDescription) return false;
  const things = sharedWords([...titleWords, ...teaserWords], new Set(wordsOf(text)));
  if (teaserWords.length === 0) return things >= SAME_THINGS_WITHOUT_TEASER;
  return things >= SAME_THINGS && text.length >= LONG_TEXT;
}

/** A page of which nothing tells that it is the item's: its text has not most of the teaser, nor tells the same under the same headline. */
export const teaserMissing = {
  code: 'teaser-missing',
  refuse(facts) {
    if (hasTeaser(facts) || isParaphrased(facts)) return null;
    return `the page's text has only ${Math.round(facts.share * 100)} % of what the feed says of the item`;
  },
} as const satisfies RefusalRule;
