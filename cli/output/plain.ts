// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** Text of a feed on one line, without characters that could steer a terminal or turn the direction of writing. */
export function plain(text: string): string {
  return text.replace(UNSAFE, ' ');
}
