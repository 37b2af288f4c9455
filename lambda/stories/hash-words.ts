/** A fingerprint of words, 32 bits: FNV-1a with the finaliser of murmur3. Equal ones are a hint only; what is found by it is compared. */
export function hashWords(words: readonly string[], seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const word of words) {
    for (let n = 0; n < word.length; n++) hash = Math.imul(hash ^ word.charCodeAt(n), 0x01000193);
    hash = Math.imul(hash ^ 0x20, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The fingerprint as it stands in keys: 64 bits in hexadecimal. */
export const keyOfWords = (words: readonly string[]): string =>
  [0, 0x9e3779b9].map((seed) => hashWords(words, seed).toString(16).padStart(8, '0')).join('');
