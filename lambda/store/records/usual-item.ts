import { sha256 } from '../../common/hash.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import type { Item } from '../../model/item.ts';
import { TTL_ATTRIBUTE } from '../../model/names.ts';
import { ownBytes } from '../own-bytes.ts';
import { instantAt, partitions } from '../table/keys.ts';
import type { UsualFields } from '../usual-fields.ts';

const HASH_BYTES = 32;
const MILLISECONDS_A_DAY = 86_400_000;
/** Of a time that is farther away the year may have more than four digits. */
const MOST_DAYS = 36_525;

/** What tells one text of an item, read by some rules, from every other: both hashes and the version of the rules, in the fewest bytes. Conditions ask for it. */
export function itemMark({
  feedHash,
  contentHash,
  extractorVersion,
}: Pick<Item, 'feedHash' | 'contentHash' | 'extractorVersion'>): Uint8Array {
  return ownBytes(Buffer.concat([bytesOf(feedHash), bytesOf(contentHash), Buffer.from([extractorVersion % 256])]));
}

/** What most items are, by their keys and their mark. */
export const USUAL_ITEM: UsualFields = [
  ['id', ({ pk }) => String(pk).slice('ITEM#'.length)],
  ['feedId', ({ gsi1pk }) => String(gsi1pk).slice('FEED#'.length)],
  ['sortAt', ({ gsi1sk }) => instantAt(String(gsi1sk))],
  ['feedHash', ({ mark }) => hexOf(mark, 0)],
  ['contentHash', ({ mark }) => hexOf(mark, HASH_BYTES)],
  ['extractorVersion', ({ mark }) => (mark as Uint8Array | undefined)?.[2 * HASH_BYTES]],
  ['publishedAt', ({ sortAt }) => sortAt],
  ['publishedAtSource', () => 'feed'],
  ['publishedAtOffset', () => 0],
  ['publishedAtRaw', ({ publishedAt }) => (publishedAt ? new Date(String(publishedAt)).toUTCString() : null)],
  ['changedAt', ({ storedAt }) => storedAt],
  ['fetchedAt', ({ storedAt }) => storedAt],
  ['updatedAt', () => null],
  ['expiresAt', expiresAt],
  ['canonicalUrl', ({ url }) => url],
  ['guid', ({ canonicalUrl }) => canonicalUrl],
  ['authors', () => []],
  ['summary', () => ''],
  ['language', () => 'en'],
  ['tags', () => []],
  ['enclosures', () => []],
  ['warnings', () => []],
  ['revisionsThatDay', () => 1],
  ['dateline', () => null],
  ['duplicateOf', () => null],
  ['fullText', () => 'feed'],
  ['statementCount', () => 0],
];

/** The partitions that have a row of most items: of their address and of their text. */
export const USUAL_COPIES: UsualFields = [
  [
    'copies',
    ({ canonicalUrl, contentHash }) => [
      ...(typeof canonicalUrl === 'string' ? [partitions.copiesOfUrl(canonicalUrl)] : []),
      partitions.copiesOfText(String(contentHash)),
    ],
  ],
];

/** Items are kept for whole days, from when they were stored. */
function expiresAt({ storedAt, [TTL_ATTRIBUTE]: ttl }: Record<string, unknown>): Instant | null {
  const from = Date.parse(String(storedAt));
  if (typeof ttl !== 'number' || Number.isNaN(from)) return null;
  const days = Math.round((ttl * 1000 - from) / MILLISECONDS_A_DAY);
  return days < 0 || days > MOST_DAYS ? null : toInstant(from + days * MILLISECONDS_A_DAY);
}

function bytesOf(hash: string): Uint8Array {
  return Buffer.from(/^[0-9a-f]{64}$/.test(hash) ? hash : sha256(hash), 'hex');
}

function hexOf(mark: unknown, start: number): string | undefined {
  if (!(mark instanceof Uint8Array)) return undefined;
  return Buffer.from(mark.subarray(start, start + HASH_BYTES)).toString('hex');
}
