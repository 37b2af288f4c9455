/**
 * A keyed mutex over a list: works on all entries side by side, but on those that share a key one after the other, in their order. Waits until nothing is
 * under way any more, also where one fails; then throws the first error, or answers the results in the order of the entries.
 */
export async function withKeyedMutex<Entry, Result>(
  entries: Entry[],
  keysOf: (entry: Entry) => string[],
  work: (entry: Entry) => Promise<Result>,
): Promise<Result[]> {
  const last = new Map<string, Promise<unknown>>();
  const running = entries.map((entry) => {
    const keys = keysOf(entry);
    const before = keys.flatMap((key) => last.get(key) ?? []);
    const own = Promise.all(before).then(() => work(entry));
    for (const key of keys) last.set(key, own);
    return own;
  });
  await Promise.allSettled(running);
  return Promise.all(running);
}
