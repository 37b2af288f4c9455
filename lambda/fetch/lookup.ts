import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { FetchError } from '../model/errors.ts';
import { type Permission, refusalOf } from './permission.ts';
import { shownUrl } from './target.ts';

/** Looks a name up, as `dns.lookup` does with `all`. */
export type Resolve = (
  hostname: string,
  options: { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** What the lookup of one connection may use beside the permission. */
export interface LookupOptions {
  /** Told every address that the name has, and whether it may be asked. */
  onAddresses?: (host: string, addresses: { address: string; allowed: boolean }[]) => void;
  /** The system's own by itself. */
  resolve?: Resolve;
}

/**
 * A `lookup` for one connection: what the name resolves to is checked at the moment of connecting, so that a name
 * which answers otherwise the second time gains nothing. Fails with FetchError `dns`, `private-address` or `port-not-allowed`.
 */
export function checkedLookup(url: URL, permission: Permission, options: LookupOptions = {}): LookupFunction {
  const { onAddresses, resolve = systemLookup } = options;
  return (hostname, asked, callback) => {
    resolve(hostname, { ...asked, all: true }, (error, addresses) => {
      if (error) {
        const reason =
          error.code === 'ENOTFOUND' ? 'there is no such host' : `its host could not be looked up (${error.code})`;
        callback(new FetchError('dns', `${shownUrl(url)} cannot be reached: ${reason}`, { cause: error }), []);
        return;
      }
      const judged = addresses.map((entry) => ({ entry, refusal: refusalOf(url, entry.address, permission) }));
      onAddresses?.(
        hostname,
        judged.map(({ entry, refusal }) => ({ address: entry.address, allowed: refusal === null })),
      );
      const usable = judged.flatMap(({ entry, refusal }) => (refusal === null ? [entry] : []));
      const first = usable[0];
      if (!first) callback(judged[0]?.refusal ?? noAddress(url), []);
      else if (asked.all) callback(null, usable);
      else callback(null, first.address, first.family);
    });
  };
}

const noAddress = (url: URL): FetchError =>
  new FetchError('dns', `${shownUrl(url)} cannot be reached: its host has no address`);
