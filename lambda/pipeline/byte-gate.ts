/** Runs `work` once so many bytes more may be in work. */
export type ByteGate = <T>(bytes: number, work: () => Promise<T>) => Promise<T>;

/**
 * A gate that lets `limit` bytes be in work at once, in the order of asking; what is larger than that is worked on alone. A document of
 * some megabytes takes ten times that while it is read: ten at once would not fit into a function's memory.
 */
export function createByteGate(limit: number): ByteGate {
  const waiting: { bytes: number; open: () => void }[] = [];
  let inWork = 0;

  const admit = (): void => {
    for (let next = waiting[0]; next && (inWork === 0 || inWork + next.bytes <= limit); next = waiting[0]) {
      waiting.shift();
      inWork += next.bytes;
      next.open();
    }
  };

  return async (bytes, work) => {
    await new Promise<void>((open) => {
      // None is weightless, so that one which is alone is seen to be there.
      waiting.push({ bytes: Math.max(bytes, 1), open });
      admit();
    });
    try {
      return await work();
    } finally {
      inWork -= Math.max(bytes, 1);
      admit();
    }
  };
}
