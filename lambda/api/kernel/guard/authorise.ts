/** Whether a request may read, and if not, what to tell: no key at all, one that does not open, too many tries, or too many requests. */
export type Access =
  | {
      granted: true;
      /** The key's name. */
      name: string;
      scope: 'read' | 'admin';
      /** How the caller is known; a browser sends a session by itself, also where another site makes it. */
      by: 'loopback' | 'key' | 'session';
    }
  | { granted: false; code: 'key-missing' | 'key-refused'; detail: string }
  | { granted: false; code: 'too-many-tries' | 'too-many-requests'; detail: string; retryAfterSeconds: number };

/** Decides from a request's headers and the address that it comes from; asked before anything else is looked at. */
export type Authorise = (headers: Headers, address: string | null) => Promise<Access>;

/** Opens to everyone: for the server on the loopback interface, whose only caller is its owner. */
export const openToAll: Authorise = async () => ({ granted: true, name: 'local', scope: 'admin', by: 'loopback' });
