import type { Route } from '../routes/route.ts';

/**
 * The methods of the thing at a path. The router also counts those of addresses that have an id there: `/v1/feeds/:id` where
 * `/v1/feeds/import` is asked for, which is no feed.
 */
export function allowedMethods(path: string, routed: readonly string[], routes: readonly Route[]): string[] {
  const own = routes.filter(({ address }) => address === path).map(({ method }) => method.toUpperCase());
  if (own.length === 0) return [...routed];
  return routed.filter((method) => own.includes(method) || (method === 'HEAD' && own.includes('GET')));
}
