import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { FetchError } from '../model/errors.ts';
import { isPublicAddress } from './address-check.ts';
import type { AllowList } from './allow-list.ts';
import { portOf, privateAddressError, shownUrl } from './target.ts';

/** Looks a name up, as `dns.lookup` does with `all`. */
export type Resolve = (
  hostname: string,
  options: { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A `lookup` for one connection: what the name resolves to is checked at the moment of connecting, so that a name
 * which answers otherwise the second time gains nothing. Fails with FetchError `dns` or `private-address`.
 */
export function checkedLookup(url: URL, allowList: AllowList, resolve: Resolve = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        const reason =
          error.code === 'ENOTFOUND' ? 'there is no such host' : `its host could not be looked up (${error.code})`;
        callback(new FetchError('dns', `${shownUrl(url)} cannot be reached: ${reason}`, { cause: error }), []);
        return;
      }
      const usable = addresses.filter(
        ({ address }) => isPublicAddress(address) || allowList.allows(hostname, address, portOf(url)),
      );
      const first = usable[0];
      if (!first) callback(privateAddressError(url, addresses[0]?.address ?? 'nothing'), []);
      else if (options.all) callback(null, usable);
      else callback(null, first.address, first.family);
    });
  };
}
