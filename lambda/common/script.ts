/** Scripts that a language's tag names as one and that Unicode counts as several. */
const PARTS: Record<string, string[]> = {
  Jpan: ['Hira', 'Kana', 'Hani'],
  Kore: ['Hang', 'Hani'],
  Hans: ['Hani'],
  Hant: ['Hani'],
};

const SAMPLE = 4000;
const ENOUGH_LETTERS = 40;
const LEAST_SHARE = 0.1;

/** The script (ISO 15924) that a language is usually written in, by the CLDR's likely subtags; `null` where none is known. */
function likelyScript(tag: string): string | null {
  try {
    return new Intl.Locale(tag).maximize().script ?? null;
  } catch {
    return null;
  }
}

/**
 * Whether a text cannot be of that language (BCP 47), since fewer than a tenth of its letters are of the script that the
 * language is usually written in. Fewer than 40 letters, as in a headline, contradict nothing.
 */
export function contradictsScript(text: string, tag: string): boolean {
  const script = likelyScript(tag);
  if (script === null) return false;
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < ENOUGH_LETTERS) return false;
  try {
    const own = new RegExp((PARTS[script] ?? [script]).map((part) => `\\p{Script=${part}}`).join('|'), 'gu');
    return (sample.match(own)?.length ?? 0) < letters * LEAST_SHARE;
  } catch {
    return false;
  }
}
