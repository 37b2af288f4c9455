import { sizeOf } from '../teaser/shingles.ts';
import type { RefusalRule } from './page-facts.ts';

const SHORTEST = 250;
/** An article says more than its teaser. */
const BEYOND_TEASER = 1.3;
/** A feed that isn't cut may give the whole article: then the page has about as much. */
const OF_WHOLE_TEXT = 0.8;
const LONG_TEASER = 700;

/** A page that says no more than the feed, as that of a video. */
export const tooShort = {
  code: 'too-short',
  refuse({ text, teaser, teaserCut }) {
    const [size, known] = [sizeOf(text), sizeOf(teaser)];
    const whole = !teaserCut && known >= LONG_TEASER;
    const least = Math.max(SHORTEST, Math.ceil(known * (whole ? OF_WHOLE_TEXT : BEYOND_TEASER)));
    if (size >= least) return null;
    return `the page has ${size} characters of text; with a feed's text of ${known} an article has at least ${least}`;
  },
} as const satisfies RefusalRule;
