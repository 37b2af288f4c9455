import type { Clock } from '../../../model/ports.ts';

/** So many failed tries of one address are free, and one more comes free each six seconds. */
const OF_AN_ADDRESS = { most: 10, everyMilliseconds: 6_000 };
/** The same for all addresses together: so much of the table may be read for keys that are none. */
const OF_ALL = { most: 300, everyMilliseconds: 200 };
const MOST_REMEMBERED = 10_000;

/** Holds back those who try keys. It knows what came to this process only. */
export interface Throttle {
  /** Seconds until this address may try again; 0 where it may now. */
  wait(address: string | null): number;
  /** Notes a failed try. */
  failed(address: string | null): void;
}

/** Failed tries, and the moment from which the count of them goes down. */
interface Bucket {
  tries: number;
  at: number;
}

/** A token bucket for each address, of which a network of IPv6 is one, and one for all together. */
export function createThrottle(clock: Clock): Throttle {
  const buckets = new Map<string, Bucket>();
  const all: Bucket = { tries: 0, at: clock.now() };

  const bucketOf = (address: string | null): Bucket | null =>
    address === null ? null : (buckets.get(networkOf(address)) ?? null);
  const leak = (bucket: Bucket, { everyMilliseconds }: typeof OF_ALL): void => {
    const leaked = Math.floor((clock.now() - bucket.at) / everyMilliseconds);
    if (leaked <= 0) return;
    bucket.tries = Math.max(0, bucket.tries - leaked);
    bucket.at += leaked * everyMilliseconds;
  };
  const secondsFor = (bucket: Bucket | null, limit: typeof OF_ALL): number => {
    if (!bucket) return 0;
    leak(bucket, limit);
    if (bucket.tries < limit.most) return 0;
    return Math.max(1, Math.ceil((bucket.at + limit.everyMilliseconds - clock.now()) / 1000));
  };

  return {
    wait: (address) => Math.max(secondsFor(bucketOf(address), OF_AN_ADDRESS), secondsFor(all, OF_ALL)),
    failed(address) {
      leak(all, OF_ALL);
      all.tries = Math.min(all.tries + 1, OF_ALL.most);
      if (address === null) return;
      const network = networkOf(address);
      const bucket = buckets.get(network) ?? { tries: 0, at: clock.now() };
      leak(bucket, OF_AN_ADDRESS);
      bucket.tries = Math.min(bucket.tries + 1, OF_AN_ADDRESS.most);
      // The one that failed last stands last: whoever has been quiet longest is forgotten first.
      buckets.delete(network);
      buckets.set(network, bucket);
      const [oldest] = buckets.keys();
      if (buckets.size > MOST_REMEMBERED && oldest !== undefined) buckets.delete(oldest);
    },
  };
}

/** An IPv4 address itself; of IPv6 the first 64 bits, which are all one subscriber's. */
function networkOf(address: string): string {
  if (!address.includes(':') || /^::ffff:\d/i.test(address)) return address.replace(/^::ffff:/i, '');
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const groups = head === '' ? [] : head.split(':');
  const behind = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - behind.length) }, () => '0');
  return [...groups, ...zeros, ...behind].slice(0, 4).join(':');
}
