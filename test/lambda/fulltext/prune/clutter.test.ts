import { describe, expect, it } from 'vitest';
import { isClutter } from '../../../../lambda/fulltext/prune/clutter.ts';

describe('isClutter', () => {
  it.each([
    ['related-posts', true],
    ['td_block_related_posts', true],
    ['article-related-posts--wide', false],
    ['related-posts--wide', true],
    ['RelatedNews', true],
    ['onetrust-consent-sdk', true],
    ['main newsletter-signup', true],
    ['wp-caption alignright', true],
    ['has-sidebar', false],
    ['no-comments', false],
    ['article-body', false],
    ['social-affairs', false],
    ['sharepoint', false],
    ['advertising-standards-report', false],
    ['', false],
  ])('%s: %s', (name, clutter) => {
    expect(isClutter(name)).toBe(clutter);
  });
});
