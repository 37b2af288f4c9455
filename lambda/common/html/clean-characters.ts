const LONE_SURROGATES = /[\uD800-\uDFFF]/gu;
const FORBIDDEN = /[^\P{Cc}\t\n\r\x85]|[\uFFFE\uFFFF]/gu;

/** The text without what no XML document may hold: control characters go, lone surrogates become U+FFFD. */
export function cleanCharacters(text: string): string {
  return text.replace(LONE_SURROGATES, '\uFFFD').replace(FORBIDDEN, '');
}
