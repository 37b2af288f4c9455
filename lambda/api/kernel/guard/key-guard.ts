import { randomBytes } from 'node:crypto';
import { sha256 } from '../../../common/hash.ts';
import { toInstant } from '../../../model/instant.ts';
import type { Clock, Log } from '../../../model/ports.ts';
import type { KeyRepository, SessionRepository } from '../../../store/store.ts';
import type { ApiKey } from '../../../store/store-shapes.ts';
import type { Access, Authorise } from './authorise.ts';
import { createBuckets } from './buckets.ts';
import { rememberKeys } from './remembered-keys.ts';
import { readSessionCookie } from './session-cookie.ts';
import { createThrottle } from './throttle.ts';

const SESSION_MILLISECONDS = 7 * 86_400_000;
/** Requests of one key: a page is a few of them, and a program that pages through a list waits for each answer. */
const REQUESTS = { most: 200, everyMilliseconds: 50 };
const BEARER = /^bearer +(\S+)$/i;

/** What became of a key that was typed into the form. */
export type SignIn = { token: string; seconds: number } | Extract<Access, { granted: false }>;

/** Sign-in for people: a key for a session that its browser keeps. */
export interface Sessions {
  /** A new session for this key, whatever the browser had before; that one ends. */
  open(key: string, headers: Headers, address: string | null): Promise<SignIn>;
  /** Ends the session of these cookies, where there is one. */
  close(headers: Headers): Promise<void>;
}

/** What the guard works with. */
export interface KeyGuardDependencies {
  store: { keys: Pick<KeyRepository, 'get'>; sessions: SessionRepository };
  clock: Clock;
  log: Log;
}

const refused: Access = {
  granted: false,
  code: 'key-refused',
  detail: 'this key is not known, has expired or was revoked',
};

/**
 * Lets in who sends `Authorization: Bearer KEY` with a key whose sha256 is stored and has not expired, or the cookie of a session that was opened
 * with such a key. A revoked key opens nothing after a minute, nor do its sessions. Failed tries are counted and held back by the address they come from,
 * and logged without the key; what is known to be right is not held back. Requests are counted by their key, so that one caller leaves the others theirs.
 */
export function keyGuard({ store, clock, log }: KeyGuardDependencies): { authorise: Authorise; sessions: Sessions } {
  const keys = rememberKeys(store.keys, clock);
  const throttle = createThrottle(clock);
  const requests = createBuckets(clock, REQUESTS);

  const grant = ({ sha256: hash, name, scope }: ApiKey, by: 'key' | 'session'): Access => {
    const retryAfterSeconds = requests.wait(hash);
    if (retryAfterSeconds > 0) {
      const detail = `the key ${name} has asked too much at once; try again in ${retryAfterSeconds} seconds`;
      return { granted: false, code: 'too-many-requests', detail, retryAfterSeconds };
    }
    requests.add(hash);
    return { granted: true, name, scope, by };
  };

  /** The key, or why it opens nothing. */
  const tryKey = async (token: string, address: string | null, way: string): Promise<ApiKey | Access> => {
    const retryAfterSeconds = keys.knows(token) ? 0 : throttle.wait(address);
    if (retryAfterSeconds > 0) {
      const detail = `too many keys were tried; try again in ${retryAfterSeconds} seconds`;
      return { granted: false, code: 'too-many-tries', detail, retryAfterSeconds };
    }
    const key = await keys.ofToken(token);
    if (key) return key;
    throttle.failed(address);
    log.warn('a key was refused', { way, address, heldBackSeconds: throttle.wait(address) });
    return refused;
  };

  const ofSession = async (headers: Headers): Promise<ApiKey | null> => {
    const token = readSessionCookie(headers);
    const session = token === null ? null : await store.sessions.get(sha256(token));
    return session && keys.ofHash(session.keySha256);
  };

  return {
    async authorise(headers, address) {
      const authorization = headers.get('authorization');
      if (authorization !== null) {
        const key = await tryKey(BEARER.exec(authorization)?.[1] ?? '', address, 'bearer');
        return 'granted' in key ? key : grant(key, 'key');
      }
      const key = await ofSession(headers);
      if (key) return grant(key, 'session');
      return { granted: false, code: 'key-missing', detail: 'send a key as "Authorization: Bearer KEY"' };
    },
    sessions: {
      async open(given, headers, address) {
        const key = await tryKey(given, address, 'sign-in');
        if ('granted' in key) return key as Extract<Access, { granted: false }>;
        await endSession(store.sessions, headers);
        const token = randomBytes(32).toString('base64url');
        const now = clock.now();
        const keyEnds = key.expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(key.expiresAt);
        const ends = Math.min(now + SESSION_MILLISECONDS, keyEnds);
        const [createdAt, expiresAt] = [toInstant(now), toInstant(ends)];
        await store.sessions.put({ sha256: sha256(token), keySha256: key.sha256, createdAt, expiresAt });
        log.info('a session was opened', { key: key.name, scope: key.scope, address, until: expiresAt });
        return { token, seconds: Math.floor((ends - now) / 1000) };
      },
      close: (headers) => endSession(store.sessions, headers),
    },
  };
}

async function endSession(sessions: SessionRepository, headers: Headers): Promise<void> {
  const token = readSessionCookie(headers);
  if (token !== null) await sessions.remove(sha256(token));
}
