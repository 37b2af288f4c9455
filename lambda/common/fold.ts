/** Most names and words are of ASCII alone, where folding is much less work. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins there.
const PLAIN = /^[\x00-\x7f]*$/;

/** Text reduced to what makes it the same to a reader: no accents, case, punctuation; single spaces. */
export function fold(text: string): string {
  if (PLAIN.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** An id that people can read: the folded text with hyphens, as `jens-stoltenberg`. */
export function slug(text: string): string {
  return fold(text).replaceAll(' ', '-');
}
