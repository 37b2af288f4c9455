import { sha256 } from './hash.ts';

/** The id of the feed at that address, 16 hexadecimal digits: the same address, however it is spelt, is the same feed. */
export function feedIdOf(url: string): string {
  const href = URL.canParse(url) ? new URL(url).href : url;
  return sha256('feed', href).slice(0, 16);
}
