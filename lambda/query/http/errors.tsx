import type { Context } from 'hono';
import { safeJson } from '../../common/control-characters.ts';
import { describeError, InputError, NotFoundError, StoreError } from '../../model/errors.ts';
import type { Log } from '../../model/ports.ts';
import { ErrorPage } from '../pages/error-page.tsx';
import { ProblemError, problemOf } from './problem.ts';

/** A store that is busy, or begins anew, is back by then. */
const RETRY_SECONDS = 5;

/** Any thrown value as what a caller may know of it: never a stack, nor the message of an error that is not ours. */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof InputError) {
    const parts = error.pointer === null ? [] : [{ pointer: error.pointer, detail: error.message }];
    return new ProblemError(400, error.code, error.message, { parts, cause: error });
  }
  if (error instanceof NotFoundError) return new ProblemError(404, error.code, error.message, { cause: error });
  if (error instanceof StoreError && error.code === 'unavailable') {
    return new ProblemError(503, 'unavailable', 'try again in a moment', {
      headers: { 'Retry-After': String(RETRY_SECONDS) },
      cause: error,
    });
  }
  return new ProblemError(500, 'internal', 'the log of the server says more', { cause: error });
}

/** Answers an error: as a problem document for the API, as a page for people; logs what is not the caller's doing. */
export function sendError(c: Context, thrown: unknown, log: Log): Response | Promise<Response> {
  const error = asProblem(thrown);
  if (error.status >= 500) {
    const { code, message } = describeError(error.cause ?? error);
    log.error('a request failed', { method: c.req.method, path: c.req.path, code, message, stack: stackOf(thrown) });
  }
  for (const [name, value] of Object.entries(error.headers)) c.header(name, value);
  const problem = problemOf(error);
  c.status(error.status);
  if (isForMachines(c)) return c.body(safeJson(problem), { headers: { 'Content-Type': 'application/problem+json' } });
  return c.html(<ErrorPage problem={problem} />);
}

/** Whether what is at this address is for programs: they are answered problem documents, never pages. */
export function isForMachines(c: Context): boolean {
  return c.req.path === '/openapi.json' || c.req.path === '/v1' || c.req.path.startsWith('/v1/');
}

function stackOf(thrown: unknown): string | undefined {
  return thrown instanceof Error ? thrown.stack : undefined;
}
