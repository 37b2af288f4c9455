import type { Clock } from '../../../model/ports.ts';
import { createBuckets } from './buckets.ts';

/** So many failed tries of one address are free, and one more comes free each six seconds. */
const OF_AN_ADDRESS = { most: 10, everyMilliseconds: 6_000 };
/** The same for all that failed before: so much of the table may be read for keys that are none. */
const OF_ALL = { most: 300, everyMilliseconds: 200 };
const ALL = 'all';
/** Where the server can't tell; all those are one. */
const UNKNOWN = 'unknown';

/** Holds back those who try keys. It knows what came to this process only. */
export interface Throttle {
  /** Seconds until this address may try again; 0 where it may now. */
  wait(address: string | null): number;
  /** Notes a failed try. */
  failed(address: string | null): void;
}

/**
 * A bucket for each address, of which a network of IPv6 is one, and one for all addresses with failed tries together: strangers hold back each other,
 * and never an address that has not failed yet.
 */
export function createThrottle(clock: Clock): Throttle {
  const own = createBuckets(clock, OF_AN_ADDRESS);
  const all = createBuckets(clock, OF_ALL);
  return {
    wait(address) {
      const network = networkOf(address);
      return own.has(network) ? Math.max(own.wait(network), all.wait(ALL)) : 0;
    },
    failed(address) {
      own.add(networkOf(address));
      all.add(ALL);
    },
  };
}

/** An IPv4 address itself; of IPv6 the first 64 bits, which are all one subscriber's. */
function networkOf(address: string | null): string {
  if (address === null) return UNKNOWN;
  if (!address.includes(':') || /^::ffff:\d/i.test(address)) return address.replace(/^::ffff:/i, '');
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const groups = head === '' ? [] : head.split(':');
  const behind = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - behind.length) }, () => '0');
  return [...groups, ...zeros, ...behind].slice(0, 4).join(':');
}
