/** Cookies that redirects have set, by host: each is sent to that host alone, and all are forgotten when the fetch is over. */
export type Cookies = ReadonlyMap<string, ReadonlyMap<string, Cookie>>;

interface Cookie {
  value: string;
  /** Whether it is sent by https alone. */
  secure: boolean;
}

const MOST_COOKIES = 20;
const LONGEST_COOKIE = 4_096;
/** A name and a value of characters that may stand in a header (RFC 6265, 4.1.1, and what browsers take besides). */
const PAIR = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*=\s*([\x20-\x3a\x3c-\x7e]*)$/;

/** The cookies with those that an answer of this address sets. */
export function withCookies(cookies: Cookies, url: URL, headers: readonly string[]): Cookies {
  const own = new Map(cookies.get(url.host));
  for (const header of headers) {
    const [first = '', ...attributes] = header.slice(0, LONGEST_COOKIE).split(';');
    const [, name, value] = PAIR.exec(first.trim()) ?? [];
    if (name === undefined || value === undefined || (own.size >= MOST_COOKIES && !own.has(name))) continue;
    own.set(name, { value: value.trim(), secure: attributes.some((attribute) => /^\s*secure\s*$/i.test(attribute)) });
  }
  return own.size === 0 ? cookies : new Map(cookies).set(url.host, own);
}

/** The Cookie header for an address; `''` where it has none. */
export function cookieHeader(cookies: Cookies, url: URL): string {
  return [...(cookies.get(url.host) ?? [])]
    .filter(([, { secure }]) => !secure || url.protocol === 'https:')
    .map(([name, { value }]) => `${name}=${value}`)
    .join('; ');
}
