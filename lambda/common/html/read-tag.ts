/** An attribute of a tag, name in lower case; `start` and `end` enclose its raw value, quotes left out. */
export interface Attribute {
  name: string;
  start: number;
  end: number;
}

const GREATER = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;

const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);

/** The first place from `at` on that ends a name, or the end of the text. */
function endOfName(html: string, at: number, isAttribute: boolean): number {
  let end = at;
  for (; end < html.length; end += 1) {
    const code = html.charCodeAt(end);
    if (code === GREATER || code === SLASH || isSpace(code)) break;
    if (isAttribute && code === EQUALS && end > at) break;
  }
  return end;
}

function skipSpace(html: string, at: number): number {
  let place = at;
  while (isSpace(html.charCodeAt(place))) place += 1;
  return place;
}

/** Where the value that begins at `at` stands, and what comes after it; `null` where its quotation mark never ends. */
function readValue(html: string, at: number): { start: number; end: number; after: number } | null {
  const quote = html[at];
  if (quote === '"' || quote === "'") {
    const end = html.indexOf(quote, at + 1);
    return end < 0 ? null : { start: at + 1, end, after: end + 1 };
  }
  let end = at;
  for (; end < html.length; end += 1) {
    const code = html.charCodeAt(end);
    if (code === GREATER || isSpace(code)) break;
  }
  return { start: at, end, after: end };
}

/**
 * Reads a tag from its name on: the name in lower case, and where the tag ends, behind its `>`, or `-1` where the text
 * breaks off in it. Adds its attributes that have a value to the list, if one is given.
 */
export function readTag(html: string, start: number, attributes: Attribute[] | null): { name: string; end: number } {
  let at = endOfName(html, start, false);
  const name = html.slice(start, at).toLowerCase();
  while (at < html.length) {
    const code = html.charCodeAt(at);
    if (code === GREATER) return { name, end: at + 1 };
    if (code === SLASH || isSpace(code)) {
      at += 1;
      continue;
    }
    const nameStart = at;
    at = endOfName(html, nameStart, true);
    const nameEnd = at;
    const next = skipSpace(html, at);
    if (html.charCodeAt(next) !== EQUALS) continue;
    const value = readValue(html, skipSpace(html, next + 1));
    if (value === null) return { name, end: -1 };
    attributes?.push({ name: html.slice(nameStart, nameEnd).toLowerCase(), start: value.start, end: value.end });
    at = value.after;
  }
  return { name, end: -1 };
}
