import type { MiddlewareHandler } from 'hono';
import { ProblemError } from './problem.ts';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Answers only requests that were made to this machine's own names, or to the given ones: a web page whose name was
 * made to point at 127.0.0.1 (DNS rebinding) sends its own name as Host and gets a 421.
 */
export function hostCheck(moreNames: readonly string[] = []): MiddlewareHandler {
  const names = new Set([...LOOPBACK_NAMES, ...moreNames.map((name) => name.toLowerCase())]);
  return async (c, next) => {
    const host = (c.req.header('host') ?? '').toLowerCase();
    if (!names.has(host.replace(/:\d{1,5}$/, ''))) {
      throw new ProblemError(421, 'unknown-host', 'open this server by http://localhost and its port');
    }
    await next();
  };
}
