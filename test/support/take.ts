import type { Positioned } from '../../lambda/store/store-shapes.ts';

/** The first records of a list, at most `count`, with their positions. */
export async function take<T>(
  list: AsyncIterable<Positioned<T>>,
  count = Number.POSITIVE_INFINITY,
): Promise<Positioned<T>[]> {
  const taken: Positioned<T>[] = [];
  for await (const entry of list) {
    taken.push(entry);
    if (taken.length >= count) break;
  }
  return taken;
}
