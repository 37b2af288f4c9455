import { FetchError } from '../model/errors.ts';
import { type Cookies, cookieHeader, withCookies } from './cookies.ts';
import { parseTarget, shownUrl } from './target.ts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);

/** Where a request has been and what may be said of its way. */
export interface RedirectChain {
  /** The address to ask now. */
  url: URL;
  visited: string[];
  /** Set on the way. */
  cookies: Cookies;
  /** The addresses asked so far, each with the cookies that it was told. */
  asked: ReadonlySet<string>;
  /** Whether all redirects so far are permanent and none leaves https. */
  permanent: boolean;
  /** Whether a server of the public internet is on the way. */
  throughPublic: boolean;
}

/** What an answer says of where to go on. */
export interface RedirectAnswer {
  status: number;
  location: string | undefined;
  /** Whether it comes from a public address. */
  isPublic: boolean;
  /** Its Set-Cookie headers. */
  cookies?: readonly string[] | undefined;
}

const askedAs = (url: URL, cookies: Cookies): string => `${url.href} ${cookieHeader(cookies, url)}`;

/** The way before its first step. */
export function startRedirectChain(url: URL, throughPublic = false): RedirectChain {
  return {
    url,
    visited: [url.href],
    cookies: new Map(),
    asked: new Set([askedAs(url, new Map())]),
    permanent: true,
    throughPublic,
  };
}

/**
 * The way with one redirect more, `null` where the answer is none.
 * Throws FetchError `redirect-loop` for an address seen before or more than `limit` redirects, `bad-url` for one that cannot be followed.
 */
export function followRedirect(chain: RedirectChain, answer: RedirectAnswer, limit: number): RedirectChain | null {
  if (!REDIRECTS.has(answer.status) || answer.location === undefined) return null;
  const from = chain.url;
  // Headers reach us as bytes in Latin-1; servers that write other letters into Location write them in UTF-8.
  const url = parseTarget(Buffer.from(answer.location, 'latin1').toString('utf8'), from);
  const start = parseTarget(chain.visited[0] ?? from.href);
  const cookies = withCookies(chain.cookies, from, answer.cookies ?? []);
  // Some sites set a cookie and send one back: with the cookie it is another request.
  const asking = askedAs(url, cookies);
  if (chain.asked.has(asking)) {
    throw new FetchError('redirect-loop', `${shownUrl(start)} leads in a circle: ${shownUrl(url)} comes again`);
  }
  if (chain.visited.length > limit) {
    throw new FetchError('redirect-loop', `${shownUrl(start)} leads on and on: more than ${limit} redirects`);
  }
  const downgraded = from.protocol === 'https:' && url.protocol === 'http:';
  return {
    url,
    visited: [...chain.visited, url.href],
    cookies,
    asked: new Set([...chain.asked, asking]),
    permanent: chain.permanent && PERMANENT.has(answer.status) && !downgraded,
    throughPublic: chain.throughPublic || answer.isPublic,
  };
}
