import { hashId } from './hash.ts';

/** The id of the feed at that address, 16 letters and digits, the first of them a letter: the same address, however it is spelt, is the same feed. */
export function feedIdOf(url: string): string {
  const href = URL.canParse(url) ? new URL(url).href : url;
  return hashId('feed', href).slice(0, 16);
}
