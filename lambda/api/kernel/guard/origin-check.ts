import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '../http/app-env.ts';
import { isForMachines } from '../http/as-problem.ts';
import { ProblemError } from '../http/problem.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
/** `none` is what the person typed or bookmarked. */
const OWN = new Set(['same-origin', 'none']);

/**
 * Lets nothing be changed from a page of another site, nor from another port of this machine: by `Sec-Fetch-Site`, which no page can set, and by
 * `Origin`. Programs send neither. Notes whether the browser has said that the request comes from a page of ours.
 */
export const originCheck: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (READING.has(c.req.method)) {
    refuseForeignReading(c);
    return next();
  }
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const isOwnSite = site !== undefined && OWN.has(site);
  // A browser that may not tell where it comes from says `null`; whether that is here it says in Sec-Fetch-Site.
  const isOwnOrigin = origin === undefined || originOf(origin) === c.var.origin || (origin === 'null' && isOwnSite);
  if ((site !== undefined && !isOwnSite) || !isOwnOrigin) {
    throw new ProblemError(
      403,
      'cross-site',
      'this was asked by a page of another site; only pages of this server may',
    );
  }
  c.set('fromOwnPage', site === 'same-origin' || (origin !== undefined && origin !== 'null'));
  return next();
};

/** After it is known who asks: a browser sends the session's cookie by itself, so that its own word is needed for where the request comes from. */
export const sessionOriginCheck: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.var.access.by === 'session' && !READING.has(c.req.method) && !c.var.fromOwnPage) {
    throw new ProblemError(
      403,
      'cross-site',
      'a session may change things from the pages of this server only; programs send a key',
    );
  }
  return next();
};

/**
 * A page of another site may lead here, to a page that its reader then sees; it may not have this server work for it unseen, nor read the API or load
 * downloads, which can take seconds each.
 */
function refuseForeignReading(c: Context): void {
  const site = c.req.header('sec-fetch-site');
  if (site === undefined || OWN.has(site)) return;
  const isLink = c.req.header('sec-fetch-mode') === 'navigate' && c.req.header('sec-fetch-dest') === 'document';
  if (isLink && !isForMachines(c) && !c.req.path.endsWith('.csv')) return;
  throw new ProblemError(403, 'cross-site', 'this was asked by a page of another site; open it here');
}

/**
 * Notes the origin of this server, as the request names it. A proxy that ends TLS asks by plain HTTP: a request for the host of the public address has that
 * address's origin.
 */
export function noteOrigin(publicUrl: URL | null): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const host = c.req.header('host') ?? '';
    const own = originOf(`${new URL(c.req.url).protocol}//${host}`);
    c.set('origin', publicUrl?.host === host.toLowerCase() ? publicUrl.origin : own);
    await next();
  };
}

function originOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null;
}
