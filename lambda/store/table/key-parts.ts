import { hashPlace, shortHash } from '../../common/hash.ts';
import { type Instant, sortableInstant } from '../../model/instant.ts';

const LAST_OFFSET = 9_999_999;
const LONGEST_PART = 200;

/** The number in seven digits, so that text order is the order of numbers. */
export const digits = (value: number): string => String(Math.min(value, LAST_OFFSET)).padStart(7, '0');

/** The number in seven digits, counting down: the largest comes first. */
export const digitsDown = (value: number): string => digits(LAST_OFFSET - Math.min(value, LAST_OFFSET));

/** A sort key that begins with a moment. */
export const at = (instant: Instant, ...rest: string[]): string => [sortableInstant(instant), ...rest].join('#');

/** The names of a partition that is spread over so many. */
export const shards = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${name}#${n}`);

/** The one of these partitions that holds this id, always the same. */
export const sharded = (names: string[], id: string): string => names[hashPlace(id, names.length)] as string;

/** Names come from feeds, and a key holds 1,024 bytes: a longer one keeps its beginning and gets a hash. */
export function bounded(part: string): string {
  return part.length <= LONGEST_PART ? part : `${part.slice(0, LONGEST_PART / 2)}~${shortHash(part)}`;
}

/** The item that a position of it or of a statement of it names. */
export function itemIdAt(position: string): string {
  return position.split('#')[1] ?? '';
}
