/** The text cut to so many UTF-8 bytes, with an ellipsis where something was cut; never in the middle of a character. */
export function shorten(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let size = 3;
  let end = 0;
  for (const character of text) {
    size += Buffer.byteLength(character);
    if (size > bytes) break;
    end += character.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}
