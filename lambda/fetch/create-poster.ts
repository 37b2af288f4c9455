import { FetchError } from '../model/errors.ts';
import type { Clock, Poster, PostRequest } from '../model/ports.ts';
import { parseAllowList } from './allow-list.ts';
import { closeConnections, createConnections } from './connections.ts';
import { timeBudget } from './deadline.ts';
import { checkedLookup } from './lookup.ts';
import { networkError } from './network-error.ts';
import { openRequest } from './open-request.ts';
import { checkLiteral } from './permission.ts';
import { plainHeaders } from './request-headers.ts';
import { FETCH_DEFAULTS, type FetchSettings } from './settings.ts';
import { retryAfterSeconds } from './status-error.ts';
import { parseTarget } from './target.ts';
import { userAgent } from './user-agent.ts';

/** A receiver that takes longer is tried again later. */
const TIMEOUT_MILLISECONDS = 10_000;

/** A poster that owns connections. */
export interface ClosablePoster extends Poster {
  /** Ends all connections; the poster is of no use afterwards. */
  close(): void;
}

/**
 * Sends what people subscribed to, by the fetcher's rules: no private network or unusual port unless the settings allow the place, one time limit. The answer's
 * body is not read and a redirect not followed. Messages name the host alone, for the rest of an address may be a secret.
 */
export function createPoster(
  settings: Pick<FetchSettings, 'contact' | 'allowHosts' | 'timeoutMilliseconds'>,
  clock: Clock,
): ClosablePoster {
  const permission = { allowList: parseAllowList(settings.allowHosts), privateToo: true };
  const connections = createConnections();
  const agent = userAgent(settings.contact);
  const milliseconds = settings.timeoutMilliseconds ?? TIMEOUT_MILLISECONDS;

  const send = async (url: URL, { headers, body }: PostRequest, signal: AbortSignal): Promise<void> => {
    checkLiteral(url, permission);
    const response = await openRequest(url, {
      headers: { 'user-agent': agent, 'content-length': String(Buffer.byteLength(body)), ...headers },
      lookup: checkedLookup(url, permission),
      connections,
      maxHeaderBytes: FETCH_DEFAULTS.maxHeaderBytes,
      signal,
      body,
    });
    const { statusCode: status = 0 } = response;
    const asked = retryAfterSeconds(plainHeaders(response.headers)['retry-after'], clock.now());
    response.destroy();
    if (status >= 200 && status < 300) return;
    const more = { status, host: url.hostname, ...(asked === null ? {} : { retryAfterSeconds: asked }) };
    throw new FetchError(status === 410 ? 'gone' : 'http-status', `${url.origin} answers with status ${status}`, more);
  };

  return {
    async post(request) {
      const url = parseTarget(request.url);
      // Only the host goes into messages.
      const shown = new URL(url.origin);
      const budget = timeBudget(milliseconds, () => {
        return new FetchError('timeout', `${url.origin} did not answer within ${milliseconds / 1_000} s`);
      });
      try {
        await budget.spend((signal) => send(url, request, signal));
      } catch (error) {
        throw withoutPath(networkError(error, shown), url);
      }
    },
    close: () => closeConnections(connections),
  };
}

/** The error with the host alone in the place of the address. */
function withoutPath(error: FetchError, url: URL): FetchError {
  if (!error.message.includes(url.href)) return error;
  const { status, retryAfterSeconds: seconds, host } = error;
  return new FetchError(error.code, error.message.replaceAll(url.href, url.origin), {
    ...(status === null ? {} : { status }),
    ...(seconds === null ? {} : { retryAfterSeconds: seconds }),
    ...(host === null ? {} : { host }),
  });
}
