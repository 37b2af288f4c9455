/** The words of a list written as text, in order. */
export function words(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}

/** The same as a set. */
export function wordSet(list: string): Set<string> {
  return new Set(words(list));
}
