/** All values of an asynchronous list, at most `limit`. */
export async function collect<T>(list: AsyncIterable<T>, limit = Number.POSITIVE_INFINITY): Promise<T[]> {
  const values: T[] = [];
  if (limit <= 0) return values;
  for await (const value of list) {
    values.push(value);
    if (values.length >= limit) break;
  }
  return values;
}
