/** The version that the User-Agent tells; the same as in package.json. */
export const VERSION = '0.2.0';

/** Who we are and where to complain, as `Dateline/0.2.0 (+https://github.com/dateline/dateline; desk@news.example)`. */
export function userAgent(contact: string | null): string {
  const safe = (contact ?? '')
    .replace(/[^\x21-\x7e]+/g, ' ')
    .replace(/[()\\]/g, '')
    .trim();
  return `Dateline/${VERSION} (+https://github.com/dateline/dateline${safe === '' ? '' : `; ${safe}`})`;
}
