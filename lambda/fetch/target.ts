import { isIP } from 'node:net';
import { FetchError } from '../model/errors.ts';
import { isPublicAddress } from './address-check.ts';
import type { AllowList } from './allow-list.ts';

/** The address as messages show it: without credentials, at most 200 characters. */
export function shownUrl(url: URL): string {
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  return shown.href.length > 200 ? `${shown.href.slice(0, 199)}…` : shown.href;
}

/** The host without the brackets of IPv6. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** The port, also where the address leaves it out. */
export function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
}

/** Reads an address, relative ones against `base`; throws FetchError `bad-url` unless it is http or https with a host. */
export function parseTarget(text: string, base?: URL): URL {
  const url = URL.canParse(text, base?.href) ? new URL(text, base) : null;
  const shown = text.replace(/\/\/[^/?#]*@/, '//').slice(0, 200);
  if (!url) throw new FetchError('bad-url', `${shown} is not a web address`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchError('bad-url', `${shown} cannot be fetched: only http and https are, not ${url.protocol}`);
  }
  url.hash = '';
  return url;
}

/** The refusal of an address inside a private network. */
export function privateAddressError(url: URL, address: string): FetchError {
  return new FetchError(
    'private-address',
    `${shownUrl(url)} was not fetched: ${address} is a private address; allow ${bareHost(url)}:${portOf(url)} in the settings if that is meant`,
  );
}

/**
 * Refuses a host that is itself an IP address of a private network, since no name is looked up for it.
 * `URL` has already turned decimal, octal, hex and shortened spellings into the usual one.
 */
export function refusePrivateLiteral(url: URL, allowList: AllowList): void {
  const host = bareHost(url);
  if (isIP(host) === 0 || isPublicAddress(host) || allowList.allows(host, host, portOf(url))) return;
  throw privateAddressError(url, host);
}
