/** Whether anything may have to be done at all; pairs of surrogates are looked at again. */
const SUSPECT = /[^\t\n\r\x20-\x7E\u00A0-\uD7FF\uE000-\uFFFD]/;
const LONE_SURROGATES = /[\uD800-\uDFFF]/gu;
const FORBIDDEN = /[^\P{Cc}\t\n\r\x80-\x9F]|[\uFFFE\uFFFF]/gu;
const SECOND_CONTROLS = /[\x80-\x9F]/g;

/** What windows-1252 has at 0x80 to 0x9F; its five holes hold U+0000. */
export const WINDOWS_1252 = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

/**
 * The text without what no XML document may hold: control characters go, lone surrogates become U+FFFD. U+0080 to U+009F,
 * which nobody means, are read as windows-1252, as the HTML standard does with `&#146;`.
 */
export function cleanCharacters(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text
    .replace(LONE_SURROGATES, '\uFFFD')
    .replace(SECOND_CONTROLS, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? '')
    .replace(FORBIDDEN, '');
}
