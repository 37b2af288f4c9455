/** The name that most slugs are of: `Jens Stoltenberg` of `jens-stoltenberg`. */
export function nameOfSlug(slug: string): string {
  return slug.replaceAll('-', ' ').replace(/(?<=^| )\p{L}/gu, (letter) => letter.toUpperCase());
}
