import type { IncomingMessage } from 'node:http';
import { hostOf } from '../common/host.ts';
import { stopIfAborted } from '../common/until-aborted.ts';
import { FetchError, InterruptedError } from '../model/errors.ts';
import type { Clock, Fetcher, FetchRequest, FetchResponse } from '../model/ports.ts';
import { isPublicAddress } from './address-check.ts';
import { parseAllowList } from './allow-list.ts';
import { readBody } from './body-reader.ts';
import { isChallengePage } from './challenge.ts';
import { closeConnections, createConnections } from './connections.ts';
import { cookieHeader } from './cookies.ts';
import { type TimeBudget, timeBudget } from './deadline.ts';
import { checkedLookup } from './lookup.ts';
import { networkError } from './network-error.ts';
import { openRequest } from './open-request.ts';
import { checkLiteral } from './permission.ts';
import { followRedirect, type RedirectChain, startRedirectChain } from './redirect.ts';
import { plainHeaders, requestHeaders } from './request-headers.ts';
import { FETCH_DEFAULTS, type FetchSettings } from './settings.ts';
import { challengeError, statusError } from './status-error.ts';
import { parseTarget, shownUrl } from './target.ts';
import { userAgent } from './user-agent.ts';

/** A fetcher that owns connections. */
export interface ClosableFetcher extends Fetcher {
  /** Ends all connections; the fetcher is of no use afterwards. */
  close(): void;
}

/** So much of an answer that is an error is read, and so long, to see whether it is a challenge. */
const ERROR_BODY = { bytes: 100_000, milliseconds: 3_000 };

/**
 * A fetcher on Node's own HTTP client: conditional GET, one time limit for everything but the waiting for turns, bounded bodies and headers, at
 * most five redirects, and no private network or unusual port unless the settings allow the place. Throws FetchError with code `timeout`,
 * `too-large`, `private-address`, `port-not-allowed`, `bad-url`, `http-status`, `gone`, `blocked`, `redirect-loop`, `dns`, `tls`, `connection`
 * or `decompress`; InterruptedError when its signal is aborted; ConfigurationError for settings that cannot be read; and whatever `turn` throws.
 */
export function createFetcher(settings: FetchSettings, clock: Clock): ClosableFetcher {
  const limits = { ...FETCH_DEFAULTS, ...settings };
  const allowList = parseAllowList(settings.allowHosts);
  const agent = userAgent(settings.contact);
  // A connection that was kept is not looked up again, so one to a private place must not serve where those are refused.
  const connections = { direct: createConnections(), throughPublic: createConnections() };

  const errorOf = async (response: IncomingMessage, headers: Record<string, string>, url: URL) => {
    const status = response.statusCode ?? 0;
    const error = statusError(status, headers, url, clock.now());
    if (error?.code !== 'http-status' || error.retryAfterSeconds !== null) return error;
    const reading = timeBudget(ERROR_BODY.milliseconds, () => error);
    const body = await reading
      .spend(() => readBody(response, url, { limit: ERROR_BODY.bytes }))
      .catch(() => ({ bytes: new Uint8Array() }));
    return isChallengePage(body.bytes) ? challengeError(url, status) : error;
  };

  const answer = async (
    request: FetchRequest,
    journey: RedirectChain,
    response: IncomingMessage,
  ): Promise<FetchResponse> => {
    const { url, visited, permanent, throughPublic } = journey;
    const headers = plainHeaders(response.headers);
    const status = response.statusCode ?? 0;
    const notModified = status === 304 && Boolean(request.etag || request.lastModified);
    const error = notModified ? null : await errorOf(response, headers, url);
    if (error) throw error;
    const { beforeLargeBody, maxBodyBytes = limits.maxBodyBytes } = request;
    const limit = Math.min(maxBodyBytes, limits.maxBodyBytes);
    const { bytes: body, isCut } = await readBody(response, url, { limit, beforeLargeBody });
    if (isChallengePage(body)) throw challengeError(url, status);
    return {
      status,
      notModified,
      url: url.href,
      movedTo: permanent && visited.length > 1 ? url.href : null,
      throughPublic,
      headers,
      body,
      isCut,
      etag: headers.etag ?? null,
      lastModified: headers['last-modified'] ?? null,
    };
  };

  const step = async (
    request: FetchRequest,
    journey: RedirectChain,
    signal: AbortSignal,
  ): Promise<FetchResponse | RedirectChain> => {
    const { url, throughPublic } = journey;
    const tell = request.onStep ?? (() => undefined);
    const permission = { allowList, privateToo: !throughPublic };
    checkLiteral(url, permission);
    const headers = requestHeaders(request, url, agent, cookieHeader(journey.cookies, url));
    tell({ kind: 'asked', url: url.href, headers });
    const onAddresses = (host: string, addresses: { address: string; allowed: boolean }[]) =>
      tell({ kind: 'looked-up', host, addresses });
    const response = await openRequest(url, {
      headers,
      lookup: checkedLookup(url, permission, { onAddresses }),
      connections: throughPublic ? connections.throughPublic : connections.direct,
      maxHeaderBytes: limits.maxHeaderBytes,
      signal,
    });
    try {
      const { statusCode: status = 0, socket } = response;
      const address = socket.remoteAddress ?? null;
      tell({ kind: 'answered', url: url.href, status, headers: plainHeaders(response.headers), address });
      const isPublic = address === null || isPublicAddress(address);
      const { location, 'set-cookie': cookies } = response.headers;
      const signpost = { status, location, isPublic, cookies };
      const next = followRedirect(journey, signpost, limits.maxRedirects);
      if (next) tell({ kind: 'redirected', to: next.url.href });
      return next ?? (await answer(request, { ...journey, throughPublic: throughPublic || isPublic }, response));
    } finally {
      if (!response.readableEnded) response.destroy();
    }
  };

  /** One step within the time. A server that hung up while its body waited for others is not to blame: that is no failure of it, but an interruption. */
  const stepInTime = async (request: FetchRequest, journey: RedirectChain, budget: TimeBudget) => {
    const { beforeLargeBody, signal: stop, ...plain } = request;
    let hasWaited = false;
    const waiting = beforeLargeBody && {
      beforeLargeBody(bytes: number | null): Promise<void> {
        hasWaited = true;
        return budget.pause(() => beforeLargeBody(bytes));
      },
    };
    const hungUp = (cause?: unknown): InterruptedError =>
      new InterruptedError(`${shownUrl(journey.url)} hung up while its body waited for others`, cause);
    try {
      const place = await budget.spend((late) =>
        step({ ...plain, ...waiting }, journey, stop ? AbortSignal.any([late, stop]) : late),
      );
      // What an end of ours has cut off is no answer.
      stopIfAborted(stop);
      if (hasWaited && 'isCut' in place && place.isCut) throw hungUp();
      return place;
    } catch (error) {
      stopIfAborted(stop);
      if (error instanceof InterruptedError) throw error;
      const failure = networkError(error, journey.url);
      throw hasWaited && failure.code === 'connection' ? hungUp(failure) : failure;
    }
  };

  return {
    async fetch(request) {
      const start = parseTarget(request.url);
      const seconds = limits.timeoutMilliseconds / 1000;
      const late = () => new FetchError('timeout', `${shownUrl(start)} did not answer in full within ${seconds} s`);
      const budget = timeBudget(limits.timeoutMilliseconds, late);
      let place: FetchResponse | RedirectChain = startRedirectChain(start, request.throughPublic);
      while ('visited' in place) {
        const journey: RedirectChain = place;
        const leave = await request.turn?.(hostOf(journey.url.href));
        try {
          place = await stepInTime(request, journey, budget);
        } finally {
          leave?.();
        }
      }
      return place;
    },
    close() {
      closeConnections(connections.direct);
      closeConnections(connections.throughPublic);
    },
  };
}
