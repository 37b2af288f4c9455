import { isIP } from 'node:net';
import { FetchError } from '../model/errors.ts';
import { isPublicAddress } from './address-check.ts';
import type { AllowList } from './allow-list.ts';
import { bareHost, portOf, shownUrl } from './target.ts';

/** Which connections may be made. */
export interface Permission {
  allowList: AllowList;
  /** Whether the listed private places count: once a public server has led us, they do not, for it must not choose what we ask in there. */
  privateToo: boolean;
}

/**
 * Why no connection to this IP address may be made for the URL: FetchError `private-address`, or `port-not-allowed` for a port that is not the
 * scheme's own; `null` where it may.
 */
export function refusalOf(url: URL, address: string, { allowList, privateToo }: Permission): FetchError | null {
  const port = portOf(url);
  const place = `${url.hostname}:${port}`;
  const isListed = allowList.allows(bareHost(url), port);
  if (!isPublicAddress(address)) {
    if (isListed && privateToo) return null;
    const why = isListed
      ? `the public internet leads to the private address ${address}`
      : `${address} is a private address; allow ${place} in the settings if that is meant`;
    return new FetchError('private-address', `${shownUrl(url)} was not fetched: ${why}`);
  }
  // The URL parser has taken the scheme's own port out.
  if (isListed || url.port === '') return null;
  return new FetchError(
    'port-not-allowed',
    `${shownUrl(url)} was not fetched: ${port} is not the usual port; allow ${place} in the settings if that is meant`,
  );
}

/**
 * Refuses a host that is itself an IP address which may not be asked, since no name is looked up for it.
 * `URL` has already turned decimal, octal, hex and shortened spellings into the usual one.
 */
export function checkLiteral(url: URL, permission: Permission): void {
  const host = bareHost(url);
  const refusal = isIP(host) === 0 ? null : refusalOf(url, host, permission);
  if (refusal) throw refusal;
}
