import type { ProblemStatus } from '../http/problem.ts';
import type { Route } from '../routes/route.ts';

/** What any request may be answered with, whatever the route. */
const ANYWHERE: readonly ProblemStatus[] = [400, 401, 405, 421, 429, 500, 503];

/** The statuses of the problems that a route may answer. */
export function problemsOf({ address, scope, method, problems = [] }: Route): ProblemStatus[] {
  const found = new Set<ProblemStatus>([...ANYWHERE, ...problems]);
  if (address.includes(':')) found.add(404);
  if (scope === 'admin') found.add(403);
  if (method !== 'get') for (const status of [413, 415] as const) found.add(status);
  return [...found].sort((a, b) => a - b);
}
