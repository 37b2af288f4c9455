import type { IncomingHttpHeaders } from 'node:http';
import { hostOf } from '../common/host.ts';
import type { FetchRequest } from '../model/ports.ts';
import { ACCEPTED_ENCODINGS } from './body-reader.ts';

/** Feeds first, then whatever else a server may call a feed. */
export const ACCEPT_FEEDS =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5';

/** Text that may stand in a header: no control characters, which would end it. */
const headerText = (value: string | null | undefined): string | null =>
  value && /^[\x20-\x7e\x80-\xff]+$/.test(value) ? value : null;

/** The headers of a request; validators go only to the host that gave them, and nothing else of one host ever to another. */
export function requestHeaders(
  request: FetchRequest,
  url: URL,
  userAgent: string,
  cookie = '',
): Record<string, string> {
  const isGiver = hostOf(url.href) === (request.validatorsFrom ?? hostOf(request.url));
  const etag = isGiver ? headerText(request.etag) : null;
  const lastModified = isGiver ? headerText(request.lastModified) : null;
  return {
    'user-agent': userAgent,
    accept: request.accept ?? ACCEPT_FEEDS,
    'accept-encoding': ACCEPTED_ENCODINGS,
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(cookie === '' ? {} : { cookie }),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  };
}

/** An answer's headers with one text each. */
export function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return plain;
}
