import { Agent, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { FetchError } from '../model/errors.ts';
import type { Clock, Fetcher, FetchRequest, FetchResponse } from '../model/ports.ts';
import { parseAllowList } from './allow-list.ts';
import { readBody } from './body-reader.ts';
import { withDeadline } from './deadline.ts';
import { checkedLookup } from './lookup.ts';
import { networkError } from './network-error.ts';
import { openRequest } from './open-request.ts';
import { followRedirect, type Journey, startJourney } from './redirect.ts';
import { plainHeaders, requestHeaders } from './request-headers.ts';
import { FETCH_DEFAULTS, type FetchSettings } from './settings.ts';
import { statusError } from './status-error.ts';
import { parseTarget, refusePrivateLiteral, shownUrl } from './target.ts';
import { userAgent } from './user-agent.ts';

/** A fetcher that owns connections. */
export interface ClosableFetcher extends Fetcher {
  /** Ends all connections; the fetcher is of no use afterwards. */
  close(): void;
}

/**
 * A fetcher on Node's own HTTP client: conditional GET, one time limit for everything, bounded bodies and headers, at most
 * five redirects, and no private network unless the settings allow the place. Throws FetchError with code `timeout`, `too-large`,
 * `private-address`, `bad-url`, `http-status`, `gone`, `blocked`, `redirect-loop`, `dns`, `tls`, `connection` or `decompress`;
 * ConfigurationError for settings that cannot be read.
 */
export function createFetcher(settings: FetchSettings, clock: Clock): ClosableFetcher {
  const limits = { ...FETCH_DEFAULTS, ...settings };
  const allowList = parseAllowList(settings.allowHosts);
  const agent = userAgent(settings.contact);
  const agents = {
    http: new Agent({ keepAlive: true, maxFreeSockets: 32 }),
    https: new HttpsAgent({ keepAlive: true, maxFreeSockets: 32 }),
  };

  const answer = async (request: FetchRequest, journey: Journey, response: IncomingMessage): Promise<FetchResponse> => {
    const { url, visited, permanent } = journey;
    const headers = plainHeaders(response.headers);
    const status = response.statusCode ?? 0;
    const notModified = status === 304 && Boolean(request.etag || request.lastModified);
    const error = notModified ? null : statusError(status, headers, url, clock.now());
    if (error) throw error;
    const body = await readBody(response, limits.maxBodyBytes, url);
    return {
      status,
      notModified,
      url: withoutCredentials(url),
      movedTo: permanent && visited.length > 1 ? withoutCredentials(url) : null,
      headers,
      body,
      etag: headers.etag ?? null,
      lastModified: headers['last-modified'] ?? null,
    };
  };

  const step = async (
    request: FetchRequest,
    journey: Journey,
    signal: AbortSignal,
  ): Promise<FetchResponse | Journey> => {
    const { url } = journey;
    refusePrivateLiteral(url, allowList);
    const response = await openRequest(url, {
      headers: requestHeaders(request, url, agent),
      lookup: checkedLookup(url, allowList),
      agents,
      maxHeaderBytes: limits.maxHeaderBytes,
      signal,
    });
    try {
      const { statusCode = 0, headers } = response;
      const next = followRedirect(journey, { status: statusCode, location: headers.location }, limits.maxRedirects);
      return next ?? (await answer(request, journey, response));
    } finally {
      if (!response.readableEnded) response.destroy();
    }
  };

  const travel = async (request: FetchRequest, start: URL, signal: AbortSignal): Promise<FetchResponse> => {
    let place: FetchResponse | Journey = startJourney(start);
    while ('visited' in place) {
      const { url }: Journey = place;
      try {
        place = await step(request, place, signal);
      } catch (error) {
        throw networkError(error, url);
      }
    }
    return place;
  };

  return {
    async fetch(request) {
      const start = parseTarget(request.url);
      const seconds = limits.timeoutMilliseconds / 1000;
      const late = () => new FetchError('timeout', `${shownUrl(start)} did not answer in full within ${seconds} s`);
      return withDeadline(limits.timeoutMilliseconds, late, (signal) => travel(request, start, signal));
    },
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

function withoutCredentials(url: URL): string {
  const plain = new URL(url);
  plain.username = '';
  plain.password = '';
  return plain.href;
}
