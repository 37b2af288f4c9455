/**
 * The most bytes of an answer where a server can not send one of any length: Lambda answers 6 MB, of which the text is a JSON string with some room for the
 * headers beside it.
 */
export const LARGEST_ANSWER = 5_000_000;
/** What no answer may be longer than, frame and all. */
export const MOST_ANSWERED = 6_000_000;

/** How many bytes a text takes in Lambda's answer. */
export function answerBytes(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}
