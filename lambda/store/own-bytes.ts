/** The same bytes in memory of just their size: zlib answers a view of the 16 KB that it works with, and all of them would be kept as long as the record is. */
export function ownBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}
