/** What the operator decides about fetching; everything but the first two has a sensible value of its own. */
export interface FetchSettings {
  /** An address where a site's owner reaches the operator, for the User-Agent. */
  contact: string | null;
  /** Private places that may be fetched from, and public hosts at other ports than the usual: `127.0.0.1:8080`, `127.0.0.0/8`, `[::1]:8080`, `intranet.example`. Each admits what is written so, not every name that resolves there. */
  allowHosts: string[];
  /** For one fetch with all its redirects. */
  timeoutMilliseconds?: number;
  /** Of the body, packed and unpacked. */
  maxBodyBytes?: number;
  /** Of all headers of one answer. */
  maxHeaderBytes?: number;
  maxRedirects?: number;
}

/** A body of more bytes, packed or unpacked, is large. */
export const LARGE_BYTES = 1_000_000;

/** Values of Miniflux (20 s, 15 MB) and of Node's own header limit. */
export const FETCH_DEFAULTS = {
  timeoutMilliseconds: 20_000,
  maxBodyBytes: 15_000_000,
  maxHeaderBytes: 32_768,
  maxRedirects: 5,
} as const;
