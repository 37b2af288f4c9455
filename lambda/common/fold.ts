/** Text reduced to what makes it the same to a reader: no accents, case, punctuation; single spaces. */
export function fold(text: string): string {
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
