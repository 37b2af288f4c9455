import { botCheck } from './bot-check.ts';
import { cookieWall } from './cookie-wall.ts';
import { errorPage } from './error-page.ts';
import { frameset } from './frameset.ts';
import { listingPage } from './listing-page.ts';
import { paywall } from './paywall.ts';
import { teaserMissing } from './teaser-missing.ts';
import { tooShort } from './too-short.ts';

/** The first that refuses a page names the reason: what says why stands before what only says that. */
export const REFUSAL_RULES = [
  frameset,
  botCheck,
  errorPage,
  cookieWall,
  paywall,
  listingPage,
  tooShort,
  teaserMissing,
] as const;
