import type { Clock } from '../../../model/ports.ts';

/** So many uses are free, and one more comes free each so many milliseconds. */
export interface BucketLimit {
  most: number;
  everyMilliseconds: number;
}

/** A leaky bucket for each key: a name of whoever uses something. */
export interface Buckets {
  /** Seconds until this key may go on; 0 where it may now. */
  wait(key: string): number;
  /** Notes a use. */
  add(key: string): void;
  /** Whether a use of this key is remembered. */
  has(key: string): boolean;
}

interface Bucket {
  uses: number;
  /** The moment from which the count of them goes down. */
  at: number;
}

const MOST_REMEMBERED = 10_000;

/** Buckets in the memory of this process; whoever has been quiet longest is forgotten where there are too many. */
export function createBuckets(clock: Clock, { most, everyMilliseconds }: BucketLimit): Buckets {
  const buckets = new Map<string, Bucket>();
  const leak = (bucket: Bucket): void => {
    const leaked = Math.floor((clock.now() - bucket.at) / everyMilliseconds);
    if (leaked <= 0) return;
    bucket.uses = Math.max(0, bucket.uses - leaked);
    bucket.at += leaked * everyMilliseconds;
  };
  return {
    wait(key) {
      const bucket = buckets.get(key);
      if (!bucket) return 0;
      leak(bucket);
      if (bucket.uses < most) return 0;
      return Math.max(1, Math.ceil((bucket.at + everyMilliseconds - clock.now()) / 1000));
    },
    add(key) {
      const bucket = buckets.get(key) ?? { uses: 0, at: clock.now() };
      leak(bucket);
      bucket.uses = Math.min(bucket.uses + 1, most);
      buckets.delete(key);
      buckets.set(key, bucket);
      const [oldest] = buckets.keys();
      if (buckets.size > MOST_REMEMBERED && oldest !== undefined) buckets.delete(oldest);
    },
    has: (key) => buckets.has(key),
  };
}
