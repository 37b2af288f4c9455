import type { MiddlewareHandler } from 'hono';
import { ProblemError } from './problem.ts';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** Whether a Host header names this machine itself, whatever the port. */
export function isLoopbackHost(host: string | null): boolean {
  return LOOPBACK_NAMES.includes(nameOf(host));
}

/**
 * Answers only requests that were made to this machine's own names, or to the given ones: a web page whose name was
 * made to point at 127.0.0.1 (DNS rebinding) sends its own name as Host and gets a 421.
 */
export function hostCheck(moreNames: readonly string[] = []): MiddlewareHandler {
  const names = new Set([...LOOPBACK_NAMES, ...moreNames.map((name) => name.toLowerCase())]);
  return async (c, next) => {
    if (!names.has(nameOf(c.req.header('host')))) {
      throw new ProblemError(421, 'unknown-host', 'open this server by http://localhost and its port');
    }
    await next();
  };
}

const nameOf = (host: string | null | undefined): string => (host ?? '').toLowerCase().replace(/:\d{1,5}$/, '');
