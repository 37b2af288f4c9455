const LONGEST_PATH = 2_000;
/** A host that nobody has (RFC 6761): a path that leads away from it leads away from any server. */
const BASE = 'http://own.invalid';

/**
 * The path and query of an address of this server, as a browser normalises it; `null` for text that leads anywhere else. What is checked is what is
 * answered: dot segments may turn `/..//evil.example` into `//evil.example`, which is another host.
 */
export function ownPath(text: string): string | null {
  if (text.length > LONGEST_PATH || !/^\/[!-~]*$/.test(text) || !URL.canParse(text, BASE)) return null;
  const { origin, pathname, search } = new URL(text, BASE);
  return origin === BASE && !pathname.startsWith('//') ? `${pathname}${search}` : null;
}
