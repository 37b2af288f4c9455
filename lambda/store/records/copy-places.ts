import { ownBytes } from '../own-bytes.ts';

/** Of a hash in the name of a partition, and the letter before it. */
const HASH_BYTES = 16;
const PLACE_BYTES = HASH_BYTES + 1;
const KINDS = ['URL', 'TEXT'];

/** Names of copy partitions, in 17 bytes each. */
export function packPlaces(places: readonly string[]): Uint8Array {
  const packed = places.map((place) => {
    const [kind = '', hash = ''] = place.split('#');
    return Buffer.concat([Buffer.from([KINDS.indexOf(kind)]), Buffer.from(hash, 'base64url')]);
  });
  return ownBytes(Buffer.concat(packed));
}

/** The names as they were. */
export function unpackPlaces(bytes: Uint8Array): string[] {
  const count = Math.floor(bytes.length / PLACE_BYTES);
  return Array.from({ length: count }, (_, n) => {
    const place = bytes.subarray(n * PLACE_BYTES, (n + 1) * PLACE_BYTES);
    return `${KINDS[place[0] ?? 0]}#${Buffer.from(place.subarray(1)).toString('base64url')}`;
  });
}
