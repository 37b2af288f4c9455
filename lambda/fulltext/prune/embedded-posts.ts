/** The class of an embedded post in an article's HTML. Without "post" or "social" in it, from which Readability concludes what a box is. */
export const EMBEDDED_POST = 'embedded';

/** What networks call the block of a post that another site shows, as it appears in `class`. Data. */
const POST =
  /(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|bluesky-embed|tiktok-embed|mastodon-embed|truthsocial-embed|text-post-media|reddit-(?:embed-bq|card)|fb-(?:post|video)|telegram-post|linkedin-post|threads-post)(?:\s|$)/i;
const POST_ELEMENT = /^amp-(?:twitter|instagram|facebook|reddit|tiktok|bluesky)$/;
const NETWORK = 'twitter|tweet|instagram|bluesky|tiktok|facebook|threads|mastodon|reddit|telegram|linkedin';
const BOX_OF_POST = new RegExp(
  `social[-_]?(?:media[-_]?)?(?:embed|post)|embed(?:ded)?[-_]?(?:social|${NETWORK})|(?:${NETWORK})[-_]?(?:embed|post)\\b|\\bwp-block-embed`,
  'i',
);

/** Whether an element is a post of a social network, as its own script marks it. */
export function isEmbeddedPost(name: string, classes: string): boolean {
  return POST_ELEMENT.test(name) || POST.test(classes);
}

/** Whether a site's own box holds an embedded post, as `social-embed`: it is no share bar, and Readability would judge it by the few words in it. */
export function isBoxOfPost(classes: string): boolean {
  return BOX_OF_POST.test(classes);
}
