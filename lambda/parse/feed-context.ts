/** Where bytes come from; header names in any case. */
export interface FeedContext {
  url?: string | undefined;
  headers?: Record<string, string> | undefined;
}

const WEB = /^https?:$/;

/** The header's value, whatever the case of its name. */
export function headerOf({ headers = {} }: FeedContext, name: string): string | undefined {
  return Object.entries(headers).find(([given]) => given.toLowerCase() === name)?.[1];
}

/** What relative links are relative to: Content-Location where it is a web address, else the document's own. */
export function baseOf(context: FeedContext): string | null {
  const { url } = context;
  const own = url !== undefined && URL.canParse(url) ? url : undefined;
  const location = headerOf(context, 'content-location');
  if (location !== undefined && URL.canParse(location, own)) {
    const resolved = new URL(location, own);
    if (WEB.test(resolved.protocol)) return resolved.href;
  }
  return own ?? null;
}
