/** Whether a language tag is the asked one or a regional form of it: `en-GB` is `en`. */
export function isLanguage(tag: string | null, asked: string): boolean {
  const lower = tag?.toLowerCase() ?? '';
  return lower === asked || lower.startsWith(`${asked}-`);
}
