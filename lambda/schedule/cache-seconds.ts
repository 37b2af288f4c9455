/**
 * For how many seconds the answer's headers (lower-case names) say that it stays fresh: `max-age`, else `Expires` counted from `Date`
 * (RFC 9111, 4.2.1). `null` where they say nothing or forbid keeping it.
 */
export function cacheSeconds(headers: Record<string, string>, now: number): number | null {
  const control = (headers['cache-control'] ?? '').toLowerCase();
  if (/\bno-(?:cache|store)\b/.test(control)) return null;
  const maxAge = /(?:^|[\s,])max-age="?(\d{1,12})/.exec(control)?.[1];
  if (maxAge !== undefined) return Number(maxAge);
  const expires = Date.parse(headers.expires ?? '');
  if (Number.isNaN(expires)) return null;
  const sent = Date.parse(headers.date ?? '');
  return Math.max(0, Math.round((expires - (Number.isNaN(sent) ? now : sent)) / 1000));
}
