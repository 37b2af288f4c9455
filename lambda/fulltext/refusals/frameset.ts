import type { RefusalRule } from './page-facts.ts';

const SHORT = 200;

/** A page whose text stands in other pages. */
export const frameset = {
  code: 'frameset',
  refuse: ({ head, text }) =>
    head.frames > 0 && text.length < SHORT
      ? `the page only shows ${head.frames} frames, which are pages of their own`
      : null,
} as const satisfies RefusalRule;
