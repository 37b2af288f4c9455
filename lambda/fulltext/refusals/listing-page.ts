import type { RefusalRule } from './page-facts.ts';

/** An article that links to others does so in a group or three; a list has text between its headlines. */
const ENOUGH_GROUPS = 4;
const TEXT_PER_GROUP = 400;
/** A bare list of headlines has no text between them. */
const ENOUGH_HEADLINES = 8;
const TEXT_PER_HEADLINE = 100;

/** A page that lists articles, as a section's front page, which shows the teaser too. */
export const listingPage = {
  code: 'listing-page',
  refuse({ text, headlines, headlineGroups }) {
    const teasers = headlineGroups >= ENOUGH_GROUPS && text.length < headlineGroups * TEXT_PER_GROUP;
    const bare = headlines >= ENOUGH_HEADLINES && text.length < headlines * TEXT_PER_HEADLINE;
    return teasers || bare ? `the page lists ${headlines} headlines that lead elsewhere` : null;
  },
} as const satisfies RefusalRule;
