import { FetchError } from '../model/errors.ts';
import { shownUrl } from './target.ts';

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'the server refuses the connection',
  ECONNRESET: 'the server broke the connection off',
  EPIPE: 'the server broke the connection off',
  EHOSTUNREACH: 'there is no way to the server',
  ENETUNREACH: 'there is no way to the server',
  ETIMEDOUT: 'the server did not take the connection',
};

const TLS = /^(?:ERR_TLS_|ERR_SSL_|EPROTO$|CERT_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_|ERR_OSSL_|HOSTNAME_MISMATCH$)/;

/** Whatever a socket, TLS or the HTTP parser threw, as a FetchError `too-large`, `tls` or `connection`; FetchErrors stay as they are. */
export function networkError(error: unknown, url: URL): FetchError {
  if (error instanceof FetchError) return error;
  const cause = error instanceof AggregateError ? (error.errors[0] ?? error) : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const message = cause instanceof Error ? cause.message : String(cause);
  const shown = shownUrl(url);
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new FetchError('too-large', `${shown} answers with too many headers`, { cause: error });
  }
  if (TLS.test(code)) {
    return new FetchError('tls', `${shown} has no secure connection that can be trusted: ${message.slice(0, 120)}`, {
      cause: error,
    });
  }
  const reason =
    REASONS[code] ?? (code.startsWith('HPE_') ? 'the server does not speak proper HTTP' : message.slice(0, 120));
  return new FetchError('connection', `${shown} could not be fetched: ${reason}`, { cause: error });
}
