import { FetchError } from '../model/errors.ts';

/** The address as messages show it: at most 200 characters. */
export function shownUrl({ href }: URL): string {
  return href.length > 200 ? `${href.slice(0, 199)}…` : href;
}

/** The host without the brackets of IPv6. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** The port, also where the address leaves it out. */
export function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
}

/** Reads an address, relative ones against `base`; throws FetchError `bad-url` unless it is http or https with a host and without credentials. */
export function parseTarget(text: string, base?: URL): URL {
  const url = URL.canParse(text, base?.href) ? new URL(text, base) : null;
  const shown = text.replace(/\/\/[^/?#]*@/, '//').slice(0, 200);
  if (!url) throw new FetchError('bad-url', `${shown} is not a web address`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchError('bad-url', `${shown} cannot be fetched: only http and https are, not ${url.protocol}`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new FetchError(
      'bad-url',
      `${shown} cannot be fetched: its address holds a user name or a password, and those are not sent`,
    );
  }
  url.hash = '';
  return url;
}
