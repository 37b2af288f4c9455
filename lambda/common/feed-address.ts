const BARE = /^(?:\[[0-9a-f:.]+\]|[^\s/?#:@]+\.[^\s/?#:@]+|localhost)(?::\d{1,5})?(?:[/?#]|$)/i;

/**
 * The address that people mean where they write `feed:` or leave the scheme out: `feed://paper.example/rss`, `feed:https://…` and
 * `paper.example/rss` are asked by http, from where servers lead on to https. All else stays as it is.
 */
export function feedAddress(written: string): string {
  const address = written.trim().replace(/^feed:(?=https?:\/\/)/i, '');
  if (/^feed:/i.test(address)) return address.replace(/^feed:\/*/i, 'http://');
  return BARE.test(address) ? `http://${address}` : address;
}
