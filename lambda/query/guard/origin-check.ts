import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../http/app-env.ts';
import { ProblemError } from '../http/problem.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
/** `none` is what the person typed or bookmarked. */
const OWN = new Set(['same-origin', 'none']);

/**
 * Lets nothing be changed from a page of another site, nor from another port of this machine: by `Sec-Fetch-Site`, which no page can set, and by
 * `Origin`. Programs send neither. Notes whether the browser has said that the request comes from a page of ours.
 */
export const originCheck: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (READING.has(c.req.method)) return next();
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const isOwnSite = site !== undefined && OWN.has(site);
  // A browser that may not tell where it comes from says `null`; whether that is here it says in Sec-Fetch-Site.
  const isOwnOrigin =
    origin === undefined || hostOf(origin) === c.req.header('host') || (origin === 'null' && isOwnSite);
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

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
