/**
 * What sites and their tools call boxes that stand around or between an article's paragraphs, as it appears in `class` and
 * `id`: whole words, in lower case, joined by hyphens.
 */
const CLUTTER =
  'ad-box ad-container ad-label ad-slot ad-unit ad-wrapper adsbygoogle advert advertisement advertising also-read author-bio author-box breadcrumb breadcrumbs caption cmp-container cmp-wrapper comment-form comment-list comments comments-area cookie cookies cookie-bar cookie-banner cookie-consent cookie-notice cookiebot consent consent-banner consent-manager cybotcookiebotdialog didomi didomi-host didomi-popup disqus disqus-thread dfp fc-consent-root gdpr google-ads gpt-ad inline-ad inread-ad instaread jp-relatedposts login-modal mailing-list more-from more-news more-on more-stories most-popular most-read most-viewed newsletter newsletter-signup onetrust onetrust-consent-sdk outbrain paging pagination photo-credit image-credit popup popular-posts post-navigation post-tags print-only promo promo-box promoted pull-quote pullquote qc-cmp2-container read-also read-more-box read-next reading-time recirculation recommended recommendations related related-articles related-content related-links related-news related-posts related-stories screen-reader-text see-also share share-bar share-buttons share-links share-tools sharedaddy sidebar signup site-footer site-header skip-link skip-to-content social social-bar social-links social-media social-share sp-message-container sponsor sponsored sr-only subscribe-box subscription-box tag-list tags taboola teaser-list time-to-read toolbar topbar trending truste trustarc usercentrics-root visually-hidden whatsapp-channel widget wp-caption-text you-may-also-like you-might-also-like'.split(
    ' ',
  );
const PHRASES: ReadonlySet<string> = new Set(CLUTTER);
const LONGEST_PHRASE = Math.max(...CLUTTER.map((phrase) => phrase.split('-').length));

/** Words before a name that say something of the page, not what the box is. */
const STATES: ReadonlySet<string> = new Set('has with without no not is js show hide enable disable'.split(' '));
const LONGEST_NAME = 60;
const MOST_NAMES = 12;

function namesClutter(name: string): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_]+/)
    .filter((word) => word !== '');
  if (STATES.has(words[0] ?? '')) return false;
  // Beginnings and ends count: `related-posts--wide` and `article-related-posts`, not `social-affairs-article`.
  for (let length = Math.min(LONGEST_PHRASE, words.length); length > 0; length -= 1) {
    if (length > 1 && PHRASES.has(words.slice(0, length).join('-'))) return true;
    if (PHRASES.has(words.slice(-length).join('-'))) return true;
  }
  return false;
}

/** Whether the `class` or `id` of an element calls it something that isn't the article: an advertisement, a share bar, a consent dialog. */
export function isClutter(classAndId: string): boolean {
  return classAndId
    .split(/\s+/, MOST_NAMES)
    .some((name) => name !== '' && name.length <= LONGEST_NAME && namesClutter(name));
}
