import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '../http/app-env.ts';
import { isForMachines } from '../http/as-problem.ts';
import { ProblemError } from '../http/problem.ts';
import type { Access, Authorise } from './authorise.ts';

/** How to know where a request comes from: the address that the server itself saw, never a header that a caller can write. */
export type AddressOf = (c: Context) => string | null;

/** Refuses requests without access. With `signIn`, a browser that asks for a page is redirected to that address. */
export function requireAccess(
  authorise: Authorise,
  { addressOf, signIn }: { addressOf: AddressOf; signIn: string | null },
): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const access = await authorise(c.req.raw.headers, addressOf(c));
    if (access.granted) {
      c.set('access', access);
      return next();
    }
    if (signIn !== null && access.code === 'key-missing' && asksForAPage(c)) {
      const { pathname, search } = new URL(c.req.url);
      return c.redirect(`${signIn}?${new URLSearchParams({ next: `${pathname}${search}` })}`, 303);
    }
    throw refusal(access);
  };
}

/** A 401, or a 429 with `Retry-After`. */
export function refusal(access: Extract<Access, { granted: false }>): ProblemError {
  const { code, detail } = access;
  if (code === 'too-many-tries' || code === 'too-many-requests') {
    return new ProblemError(429, code, detail, { headers: { 'Retry-After': String(access.retryAfterSeconds) } });
  }
  const challenge = code === 'key-missing' ? '' : ', error="invalid_token"';
  return new ProblemError(401, code, detail, {
    headers: { 'WWW-Authenticate': `Bearer realm="dateline"${challenge}` },
  });
}

function asksForAPage(c: Context): boolean {
  const isReading = c.req.method === 'GET' || c.req.method === 'HEAD';
  return isReading && !isForMachines(c) && /\btext\/html\b/.test(c.req.header('accept') ?? '');
}
