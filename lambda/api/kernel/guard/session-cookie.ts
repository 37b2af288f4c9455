import { isLoopbackHost } from '../http/host-check.ts';

/** No other host, and no page without TLS, can set a cookie with this prefix. */
const NAME = '__Host-dateline';
/** Where the server is this machine itself, without TLS. */
const LOOPBACK_NAME = 'dateline';
const TOKEN = /^[\w-]{43}$/;

/** The session's token in a request's cookies; `null` where there is none, or what is there is none. */
export function readSessionCookie(headers: Headers): string | null {
  const name = nameFor(headers);
  for (const cookie of headers.get('cookie')?.split(';') ?? []) {
    const [key, value = ''] = cookie.trim().split('=', 2);
    if (key === name) return TOKEN.test(value) ? value : null;
  }
  return null;
}

/** The `Set-Cookie` of a session that lasts so many seconds, sent to the host of this request; 0 takes it away. */
export function writeSessionCookie(headers: Headers, token: string, seconds: number): string {
  const name = nameFor(headers);
  const secure = name === NAME ? '; Secure' : '';
  return `${name}=${token}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`;
}

const nameFor = (headers: Headers): string => (isLoopbackHost(headers.get('host')) ? LOOPBACK_NAME : NAME);
