import { type Instant, toInstant } from '../model/instant.ts';

/** What is to be known of an item whose statements count. */
export interface QuotingItem {
  itemId: string;
  revision: number;
  changedAt: Instant;
  feedId: string;
  undated: boolean;
}

/** Items that quote somebody, held in few bytes each: a day may have hundreds of thousands of them. */
export interface QuotingItems {
  add(item: QuotingItem): void;
  /** So many of them at a time, feed by feed; those of a feed in the order in which they came. */
  byFeed(atATime: number): Generator<QuotingItem[]>;
}

const FIRST_BYTES = 4_096;

/** No items yet. */
export function createQuotingItems(): QuotingItems {
  const feeds = new Map<string, number>();
  let ids: Uint8Array = new Uint8Array(FIRST_BYTES);
  /** Where the id of each ends, its revision, when that came, whether it is undated, and the number of its feed. */
  const [ends, revisions, changes] = [column(), column(), column()];
  const [undatedOnes, feedNumbers] = [column(), column()];
  const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
  return {
    add({ itemId, revision, changedAt, feedId, undated }) {
      const start = ends.last();
      // A character takes three bytes at most.
      if (ids.length < start + itemId.length * 3) ids = grown(ids, start + itemId.length * 3);
      ends.push(start + encoder.encodeInto(itemId, ids.subarray(start)).written);
      revisions.push(revision);
      changes.push(Date.parse(changedAt));
      undatedOnes.push(Number(undated));
      const feed = feeds.get(feedId) ?? feeds.size;
      feeds.set(feedId, feed);
      feedNumbers.push(feed);
    },
    *byFeed(atATime) {
      const names = [...feeds.keys()];
      const ranks = new Uint32Array(names.length);
      for (const [rank, name] of names.toSorted().entries()) ranks[feeds.get(name) as number] = rank;
      const rankOf = (place: number): number => ranks[feedNumbers.at(place)] as number;
      const order = Uint32Array.from({ length: ends.size() }, (_, place) => place);
      order.sort((one, other) => rankOf(one) - rankOf(other) || one - other);
      for (let start = 0; start < order.length; start += atATime) {
        yield Array.from(order.subarray(start, start + atATime), (place) => ({
          itemId: decoder.decode(ids.subarray(place === 0 ? 0 : ends.at(place - 1), ends.at(place))),
          revision: revisions.at(place),
          changedAt: toInstant(changes.at(place)),
          feedId: names[feedNumbers.at(place)] as string,
          undated: undatedOnes.at(place) === 1,
        }));
      }
    },
  };
}

function column() {
  let [values, size]: [Float64Array, number] = [new Float64Array(FIRST_BYTES / 8), 0];
  return {
    size: () => size,
    at: (place: number): number => values[place] as number,
    last: (): number => (size === 0 ? 0 : (values[size - 1] as number)),
    push(value: number) {
      if (size === values.length) {
        const more = new Float64Array(values.length * 2);
        more.set(values);
        values = more;
      }
      values[size++] = value;
    },
  };
}

function grown(bytes: Uint8Array, needed: number): Uint8Array {
  const more = new Uint8Array(Math.max(bytes.length * 2, needed));
  more.set(bytes);
  return more;
}
