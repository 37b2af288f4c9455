import type { Context } from 'hono';
import { InputError, NotFoundError, StoreError } from '../../../model/errors.ts';
import { ProblemError } from './problem.ts';

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

/** Whether what is at this address is for programs: they are answered problem documents, never pages. */
export function isForMachines(c: Context): boolean {
  return c.req.path === '/openapi.json' || c.req.path === '/v1' || c.req.path.startsWith('/v1/');
}
