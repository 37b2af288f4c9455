/** Anything with a place in the text. */
interface Placed {
  text?: unknown;
  start?: unknown;
  end?: unknown;
}

const endOf = ({ text, start }: Placed): number | undefined =>
  typeof text === 'string' && typeof start === 'number' ? start + text.length : undefined;

/** The value without its end, where that is as many characters behind its start as its text has. */
export function withoutEnd<T extends Placed>(value: T): T | Omit<T, 'end'> {
  if (value.end === undefined || value.end !== endOf(value)) return value;
  const { end: _, ...rest } = value;
  return rest;
}

/** The value with its end, also where it was left out. */
export function withEnd<T extends Placed>(value: T): T {
  return value.end === undefined ? { ...value, end: endOf(value) } : value;
}
