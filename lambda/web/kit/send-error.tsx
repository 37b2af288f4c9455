import type { Context } from 'hono';
import { asProblem, isForMachines } from '../../api/kernel/http/as-problem.ts';
import { problemOf } from '../../api/kernel/http/problem.ts';
import { safeJson } from '../../common/control-characters.ts';
import { describeError } from '../../model/errors.ts';
import type { Log } from '../../model/ports.ts';
import { ErrorPage } from './error-page.tsx';

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

function stackOf(thrown: unknown): string | undefined {
  return thrown instanceof Error ? thrown.stack : undefined;
}
