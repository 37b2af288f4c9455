/** What a text of JSON says, to be checked by a schema; `undefined`, which JSON never says, where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
