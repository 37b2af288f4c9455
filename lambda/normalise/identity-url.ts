/**
 * What of a canonical address tells an article from another: not whether it is asked by http or https, with `www.` or without, or with a slash
 * at its end, which sites change at once for all that they have published.
 */
export function identityUrl(canonical: string): string {
  const url = new URL(canonical);
  const host = url.host.replace(/^www\./, '').replace(/:(?:80|443)$/, '');
  return `${host}${url.pathname.replace(/\/$/, '')}${url.search}${url.hash}`;
}
